package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.PhaseProgress;
import dev.migrations.engine.Progress;
import dev.migrations.engine.ServerActivity;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import dev.migrations.script.RevisionScripts;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a command shows of a unit that takes long. */
@PostgresTest
class RunProgressTests {

  private static final Progress PROGRESS =
      new Progress(
          "b00000000003",
          Direction.UPGRADE,
          3,
          5,
          1,
          1,
          null,
          Duration.ofSeconds(40),
          new ServerActivity(
              "CREATE INDEX CONCURRENTLY ix_customer ON customer (id)",
              new PhaseProgress("building index: scanning table", 5, 10, "blocks"),
              false,
              List.of()),
          null);

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final MovingLine line =
      new MovingLine(new PrintStream(screen, true, StandardCharsets.UTF_8));

  @Test
  void onATerminalALineMoves(TestDatabase db) throws Exception {
    TestShell shell = new TestShell(db, "fork").moving(line);
    shell.run("upgrade b00000000001");
    try (Connection writer = db.connect()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("LOCK TABLE customer IN ROW EXCLUSIVE MODE");
      CompletableFuture<Answer> upgrade =
          CompletableFuture.supplyAsync(() -> shell.run("upgrade b00000000003"));

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(screen())
                      .contains(
                          "Revision 1 of 1, unit 1 of 1, ",
                          " s: waiting for writers before build (0 of 1 sessions); waits for pid "));
      writer.rollback();

      Answer answer = upgrade.get(30, TimeUnit.SECONDS);
      assertThat(answer.status()).isZero();
      assertThat(answer.err()).isEmpty();
      assertThat(answer.lines()).hasSize(2);
    }
  }

  @Test
  void aShortRunMovesNothing(TestDatabase db) {
    assertThat(new TestShell(db, "fork").moving(line).run("upgrade").status()).isZero();
    assertThat(screen()).isEmpty();
  }

  @Test
  void elsewhereThereIsALineOnStandardErrorEveryTenSeconds() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    RunLog log = log(new Terminal(new PrintWriter(out), new PrintWriter(err), null, false, null));

    log.progress(PROGRESS);

    assertThat(log.progressInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            "Upgrade of revision b00000000003 (3 of 5), unit 1 of 1, 40 s: CREATE INDEX CONCURRENTLY"
                + " ix_customer ON customer (id); building index: scanning table, 50 % (5 of 10 blocks)");
  }

  @Test
  void theMovingLineIsFaintWhereColoursShow() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    log(new Terminal(nowhere, nowhere, null, true, line)).progress(PROGRESS);

    assertThat(screen()).contains("\u001B[2mRevision 3 of 5, unit 1 of 1, 40 s: building index");
  }

  private static RunLog log(Terminal terminal) {
    return new RunLog(
        terminal,
        RevisionScripts.load(
            List.of("classpath:revisions/fork"),
            List.of(),
            RunProgressTests.class.getClassLoader()));
  }

  private String screen() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
