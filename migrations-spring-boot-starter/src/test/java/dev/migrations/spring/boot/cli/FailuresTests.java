package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

@PostgresTest
class FailuresTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | Missing required subcommand
          upgrde                    | Did you mean: migrations upgrade
          upgrade a:b               | A range goes with --sql
          upgrade --sql --dry-run   | Either --sql
          downgrade                 | Missing required parameter: 'TARGET'
          downgrade base --sql      | needs a range FROM:TO
          downgrade head:base       | A range goes with --sql
          history --graph --format json | --graph draws text
          heads --format yaml       | --format
          stamp                     | Missing required parameter: 'TARGET'
          current now               | Unmatched argument
          """)
  void aWrongCommandLineIsStatus2AndSaysWhat(String commandLine, String message, TestDatabase db) {
    Answer answer = new TestShell(db, "shop").run(commandLine);
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains(message).contains("--help' shows all options.");
  }

  @Test
  void helpIsThereForEveryCommand(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    Answer all = shell.run("--help");
    assertThat(all.status()).isZero();
    assertThat(all.out()).contains("Exit status:", "3   refused");
    for (String command :
        "upgrade downgrade current heads branches history show stamp check completion".split(" ")) {
      assertThat(all.out()).contains("  " + command + " ");
      assertThat(shell.run(command + " --help").out()).startsWith("Usage: migrations " + command);
    }
  }

  @Test
  void completionIsAShellScript(TestDatabase db) {
    Answer answer = new TestShell(db, "shop").run("completion --name db");
    assertThat(answer.status()).isZero();
    assertThat(answer.out()).startsWith("#!").contains("complete ", "_db", "downgrade");
  }

  @Test
  void completionOffersValuesAsTheyAreTyped(TestDatabase db) {
    String script = new TestShell(db, "shop").run("completion").out();
    assertThat(script)
        .contains("alembic", "unversioned", "json")
        .doesNotContain("ALEMBIC", "UNVERSIONED", "JSON");
  }

  @Test
  void aWrongTargetIsRefused(TestDatabase db) {
    Answer answer = new TestShell(db, "heads").run("upgrade head");
    assertThat(answer.status()).isEqualTo(3);
    assertThat(answer.err()).startsWith("FAILED: ").contains("b00000000002", "b00000000003");
    assertThat(answer.err()).doesNotContain("\tat ");
  }

  @Test
  void aFailedRevisionIsStatus4AndNamesItsLine(TestDatabase db) {
    Answer answer = new TestShell(db, "broken").run("upgrade");
    assertThat(answer.status()).isEqualTo(4);
    assertThat(answer.out()).contains("Running upgrade ");
    assertThat(answer.err())
        .startsWith("FAILED: ")
        .contains("0002_bad.sql")
        .doesNotContain("\tat ");
    assertThat(new TestShell(db, "broken").run("upgrade --stacktrace").err()).contains("\tat ");
  }

  @Test
  void anUnreachableDatabaseIsOneLineWithTheHost() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://localhost:9/shop?password=secret");
    Answer answer = new TestShell(nowhere, "shop").run("current");
    assertThat(answer.status()).isEqualTo(4);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err())
        .startsWith("FAILED: jdbc:postgresql://localhost:9/shop: The database cannot be reached: ")
        .contains("refused")
        .doesNotContain("secret");
  }

  @Test
  void theGraphIsReadWithoutTheDatabase() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://localhost:9/shop");
    TestShell shell = new TestShell(nowhere, "shop");
    assertThat(shell.run("heads").out()).isEqualTo("a00000000002 (head), Create orders\n");
    assertThat(shell.run("history").lines()).hasSize(2);
    assertThat(shell.run("show head").status()).isZero();
    assertThat(shell.run("upgrade --sql").status()).isZero();
  }
}
