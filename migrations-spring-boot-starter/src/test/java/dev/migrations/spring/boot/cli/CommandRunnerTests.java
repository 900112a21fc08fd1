package dev.migrations.spring.boot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.command.SourceLayout;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.script.RevisionScripts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.support.GenericApplicationContext;

/** Commands for a program that reports what went wrong in its own way. */
class CommandRunnerTests {

  @TempDir private Path project;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theAnswerIsPrintedAndTheResultIsDone() {
    assertThat(run("heads")).isEqualTo(new CommandResult(0, null, null));
    assertThat(out.toString(UTF_8)).contains("a00000000002 (head)");
  }

  @Test
  void aProblemIsInTheResultAndNotPrinted() {
    CommandResult refused = run("show", "nowhere");

    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.problem()).contains("nowhere");
    assertThat(refused.action()).isNotBlank();
    assertThat(out.toString(UTF_8) + err).isEmpty();
  }

  @Test
  void aWrongCommandLineIsOneSentence() {
    CommandResult wrong = run("upgrade", "--sql", "--dry-run");

    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.problem()).startsWith("Either --sql").doesNotContain("Usage");
    assertThat(out.toString(UTF_8) + err).isEmpty();
  }

  @Test
  void whatTheEngineThrowsIsAProblem() {
    CommandResult failed =
        run(
            () -> {
              throw new IllegalStateException("no engine today");
            },
            "heads");

    assertThat(failed.status()).isEqualTo(4);
    assertThat(failed.problem()).contains("no engine today");
  }

  @Test
  void newRevisionsGoWhereTheCallerSays() {
    assertThat(run("revision", "-m", "Add invoices", "--depends-on=a00000000001").problem())
        .isNull();

    assertThat(project.resolve("src/main/java/db/revisions/AddInvoices.java"))
        .content()
        .contains("down = \"a00000000002\"", "dependsOn = \"a00000000001\"");
  }

  private CommandResult run(String... args) {
    Migrations engine =
        new Migrations(
            new PGSimpleDataSource(),
            RevisionScripts.load(
                List.of("classpath:revisions/shop"), List.of(), getClass().getClassLoader()),
            MigrationsSettings.defaults(),
            List.of());
    return run(() -> engine, args);
  }

  private CommandResult run(Supplier<Migrations> engine, String... args) {
    return new CommandRunner(new PrintStream(out), new PrintStream(err), false)
        .run(
            List.of(args), new GenericApplicationContext(), engine, () -> SourceLayout.of(project));
  }
}
