package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.cli.whole.WholeApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/** Starts the main class of an application, in a JVM of its own. */
@PostgresTest
class CommandProcessTests {

  @TempDir private Path directory;

  @Test
  void aCommandRunsInsteadOfTheApplication(TestDatabase db) throws Exception {
    Ended current = run(db, "migrations", "current", "--format", "json");
    assertThat(current.err()).isEmpty();
    assertThat(current.status()).isZero();
    assertThat(current.out()).startsWith("STARTED main\n{").endsWith("}\n");
    assertThat(JsonParserFactory.getJsonParser().parseMap(current.out().lines().toList().get(1)))
        .containsEntry("pending", List.of("a00000000001", "a00000000002"));
    assertThat(db.column("SELECT nspname FROM pg_namespace WHERE nspname = 'bookkeeping'"))
        .as("nothing is upgraded at boot")
        .isEmpty();

    Ended upgrade = run(db, "migrations", "upgrade", "+1");
    assertThat(upgrade.status()).isZero();
    assertThat(upgrade.out())
        .startsWith("STARTED main\nRunning upgrade <base> -> a00000000001, Create customer\n");
    assertThat(db.column("SELECT revision FROM bookkeeping.migrations_revision"))
        .as("the settings are those that the application has declared")
        .containsExactly("a00000000001");

    assertThat(run(db, "migrations", "check").status()).isEqualTo(1);
    Ended refused = run(db, "migrations", "downgrade", "base");
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).contains("FAILED: Nothing was taken back");
  }

  @Test
  void withoutACommandTheApplicationStartsAsEver(TestDatabase db) throws Exception {
    Process process = start(db);
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(read("out"))
                      .contains(
                          "STARTED JPA",
                          "STARTED lifecycle",
                          "STARTED runner",
                          "STARTED listener",
                          "STARTED job",
                          "STARTED web server"));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aWrongCommandLineIsAnsweredBeforeAnyConfigurationIsRead(TestDatabase db) throws Exception {
    Ended ended =
        run(db, "migrations", "current", "--graf", "--spring.config.location=file:nowhere.yaml");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).startsWith("Unknown option: '--graf'");
  }

  @Test
  void aConfigurationThatCannotBeReadIsStatus4(TestDatabase db) throws Exception {
    Ended ended = run(db, "migrations", "current", "--spring.config.location=file:nowhere.yaml");
    assertThat(ended.status()).isEqualTo(4);
    assertThat(ended.out()).isEqualTo("STARTED main\n");
    assertThat(ended.err()).contains("nowhere.yaml");
  }

  @Test
  void anUnreachableDatabaseIsOneLine(TestDatabase db) throws Exception {
    Ended ended =
        run(db, "migrations", "current", "--shop.database=jdbc:postgresql://localhost:9/shop");
    assertThat(ended.status()).isEqualTo(4);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err())
        .startsWith("FAILED: jdbc:postgresql://localhost:9/shop: The database cannot be reached: ");
  }

  @Test
  void theWaitForAnotherInstanceIsSeen(TestDatabase db) throws Exception {
    try (Connection holder = db.connect()) {
      holder.createStatement().execute("SET application_name = 'another-instance'");
      holder
          .createStatement()
          .execute(
              "SELECT pg_advisory_lock(('x' || left(encode(sha256('dev.migrations:bookkeeping'),"
                  + " 'hex'), 16))::bit(64)::bigint)");
      Process process = start(db, "migrations", "upgrade");
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(read("err"))
                      .contains("Waiting up to 10 min 0 s for another session")
                      .contains("(another-instance)"));
      holder.createStatement().execute("SELECT pg_advisory_unlock_all()");
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
  }

  private Ended run(TestDatabase db, String... args) throws Exception {
    Process process = start(db, args);
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    assertThat(ended).as("the process ends by itself: %s", read("out")).isTrue();
    return new Ended(process.exitValue(), read("out"), read("err"));
  }

  private Process start(TestDatabase db, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(WholeApplication.class.getName());
    command.addAll(List.of(args));
    command.add("--server.port=0");
    command.add("--spring.docker.compose.enabled=false");
    command.add("--migrations.locations=classpath:revisions/shop");
    command.add("--shop.user=" + db.user());
    command.add("--shop.password=" + db.password());
    if (List.of(args).stream().noneMatch(arg -> arg.startsWith("--shop.database="))) {
      command.add("--shop.database=" + db.jdbcUrl());
    }
    return new ProcessBuilder(command)
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  private record Ended(int status, String out, String err) {}
}
