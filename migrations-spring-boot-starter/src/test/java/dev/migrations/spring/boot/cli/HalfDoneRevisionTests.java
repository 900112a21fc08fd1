package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the commands say and do about a revision whose second unit met bad data. */
@PostgresTest
class HalfDoneRevisionTests {

  private TestShell shell;

  @BeforeEach
  void aRevisionThatStopsHalfWay(TestDatabase db) {
    shell = new TestShell(db, "halfdone");
    Answer failed = shell.run("upgrade");
    assertThat(failed.status()).isNotZero();
    assertThat(failed.err()).contains("ck_customer", "goes on behind it");
  }

  @Test
  void currentAndCheckShowIt() {
    Answer current = shell.run("current");
    assertThat(current.out()).isEqualTo("e00000000001 (current), Create customer\n");
    assertThat(current.err())
        .startsWith("The upgrade of revision e00000000002 is half done since ")
        .endsWith(
            "1 of its units are committed. Unless it is running, the next upgrade goes on with it,"
                + " and 'downgrade e00000000002@-1' takes it back.\n");

    Answer check = shell.run("check");
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("The upgrade of revision e00000000002 is half done");
  }

  @Test
  void downgradeTakesBackWhatIsDoneOfIt(TestDatabase db) {
    assertThat(shell.run("downgrade -1 --dry-run").out())
        .startsWith(
            """
            -- From e00000000001 to e00000000001: 1 revision; nothing is run

            -- Running downgrade e00000000002 -> e00000000001, Index customers (half done)
            """)
        .contains("DROP INDEX CONCURRENTLY IF EXISTS ix_customer;");
    Answer no = shell.answering("n").run("downgrade -1");
    assertThat(no.err()).contains("  e00000000002, Index customers (half done)\n");

    Answer yes = shell.answering("y").run("downgrade e00000000002@-1");

    assertThat(yes.status()).isZero();
    assertThat(yes.out()).contains("The database is at e00000000001: 1 revision in ");
    assertThat(db.value("SELECT to_regclass('ix_customer')")).isNull();
    assertThat(shell.run("current").err()).isEmpty();
  }

  @Test
  void upgradeGoesOnBehindItWhenTheDataAreCorrected(TestDatabase db) {
    db.execute("UPDATE customer SET id = 1");

    assertThat(shell.run("upgrade").status()).isZero();

    assertThat(shell.run("check").out()).isEqualTo("The database is at head\n");
  }
}
