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
class RunningCommandsTests {

  @Test
  void upgradeNamesEachRevisionAndWhereItEnded(TestDatabase db) {
    TestShell shell = new TestShell(db, "fork");
    Answer answer = shell.run("upgrade");
    assertThat(answer.status()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out().replaceAll("\\d+ ms", "9 ms"))
        .isEqualTo(
            """
        Running upgrade <base> -> b00000000001, Create customer
        Running upgrade b00000000001 -> b00000000002, Create payment
        Running upgrade b00000000001 -> b00000000003, Index customers
        Running upgrade b00000000002, b00000000003 -> b00000000004, Merge payments and search
        Running upgrade b00000000004 -> b00000000005, Create refund
        The database is at b00000000005: 5 revisions in 9 ms
        """);
    assertThat(shell.run("upgrade"))
        .isEqualTo(new Answer(0, "The database is at b00000000005, nothing to do\n", ""));
  }

  @Test
  void aDryRunShowsTheStatementsAndLeavesTheDatabaseAlone(TestDatabase db) {
    TestShell shell = new TestShell(db, "fork");
    shell.run("upgrade b00000000001");
    assertThat(shell.run("upgrade b00000000003 --dry-run").out())
        .isEqualTo(
            """
        -- From b00000000001 to b00000000003: 1 revision; nothing is run

        -- Running upgrade b00000000001 -> b00000000003, Index customers
        -- Unit 1 of 1, outside a transaction
        -- Locks customer: SHARE UPDATE EXCLUSIVE (blocks other DDL)
        CREATE INDEX CONCURRENTLY ix_customer ON customer (id);
        """);
    assertThat(db.column("SELECT revision FROM migrations_revision"))
        .containsExactly("b00000000001");
  }

  @Test
  void aDryRunCountsTheRowsBelowACopy(TestDatabase db) {
    TestShell shell = new TestShell(db, "copying");
    assertThat(shell.run("upgrade --dry-run").out())
        .endsWith(
            """
        CREATE TABLE country (code text PRIMARY KEY, name text);
        COPY country FROM stdin (FORMAT csv);
        -- Copies 2 lines
        """);
    assertThat(shell.run("upgrade").status()).isZero();
    assertThat(db.column("SELECT name FROM country ORDER BY 1"))
        .containsExactly("France; -- and more", "Germany");
  }

  @Test
  void aScriptNeedsNoDatabaseAndMakesTheSame(TestDatabase db) {
    Answer script = new TestShell(db, "shop").run("upgrade head --sql");
    assertThat(script.status()).isZero();
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
    db.execute(script.out());
    assertThat(new TestShell(db, "shop").run("check"))
        .isEqualTo(new Answer(0, "The database is at head\n", ""));
    Answer back = new TestShell(db, "shop").run("downgrade a00000000002:base --sql");
    db.execute(back.out());
    assertThat(db.value("SELECT to_regclass('customer')")).isNull();
    assertThat(db.column("SELECT revision FROM migrations_revision")).isEmpty();
  }

  @Test
  void downgradeTellsWhichDataAreLost(TestDatabase db) {
    TestShell shell = new TestShell(db, "losing");
    shell.run("upgrade");

    assertThat(shell.answering("n").run("downgrade base").err())
        .contains(
            """
              10550000a001, Create notes
                loses data: the notes that were written
            """);
    assertThat(shell.run("downgrade base --dry-run").out())
        .contains("-- Loses data: the notes that were written\n");
  }

  @Test
  void downgradeAsks(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    shell.run("upgrade");
    Answer no = shell.answering("").run("downgrade base");
    assertThat(no.status()).isEqualTo(3);
    assertThat(no.err())
        .startsWith(
            """
        This takes back 2 revisions:
          a00000000002, Create orders
          a00000000001, Create customer
        Take them back? [y/N] FAILED: Nothing was taken back.
        """);
    assertThat(shell.answering(null).run("downgrade base").status()).isEqualTo(3);
    assertThat(db.value("SELECT to_regclass('customer')")).isEqualTo("customer");

    Answer yes = shell.answering("y").run("downgrade -1");
    assertThat(yes.status()).isZero();
    assertThat(yes.out())
        .startsWith("Running downgrade a00000000002 -> a00000000001, Create orders\n");
    assertThat(db.value("SELECT to_regclass('orders')")).isNull();
  }

  @Test
  void downgradeIsRefusedWhereNobodyCanBeAsked(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    shell.run("upgrade");
    Answer refused = shell.run("downgrade base");
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).contains("there is no terminal to ask on", "--yes");
    assertThat(shell.run("downgrade base --yes").status()).isZero();
    assertThat(db.value("SELECT to_regclass('customer')")).isNull();
    assertThat(shell.run("downgrade base"))
        .isEqualTo(new Answer(0, "The database is at base, nothing to do\n", ""));
  }

  @Test
  void stampRunsNothingAndTellsWhatItSet(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    assertThat(shell.run("stamp head"))
        .isEqualTo(
            new Answer(
                0,
                """
        Running stamp_revision <base> -> a00000000002
        Counts as applied: a00000000001
        Counts as applied: a00000000002
        """,
                ""));
    assertThat(db.value("SELECT to_regclass('customer')")).isNull();
    assertThat(shell.run("stamp head").out())
        .isEqualTo("The database is at a00000000002, nothing to do\n");
  }

  @Test
  void theScriptOfAStampDeclaresTheSame(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    Answer script = shell.run("stamp head --sql");
    assertThat(script.status()).isZero();
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
    db.execute(script.out());
    assertThat(db.value("SELECT to_regclass('customer')")).isNull();
    assertThat(shell.run("check")).isEqualTo(new Answer(0, "The database is at head\n", ""));
    db.execute(shell.run("stamp head:base --sql").out());
    assertThat(db.column("SELECT revision FROM migrations_revision")).isEmpty();
  }

  @Test
  void whatCodeLocksIsNotPretendedToBeKnown(TestDatabase db) {
    assertThat(new TestShell(db, "locks").run("upgrade --dry-run").out())
        .contains(
            """
        -- Unit 1 of 1, a transaction
        -- Locks no table that others use
        CREATE TABLE customer (id bigint PRIMARY KEY);
        """)
        .contains(
            """
        -- Unit 1 of 1, a transaction
        -- Locks customer: ACCESS EXCLUSIVE (blocks reads and writes)
        -- Locks not known: code
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          upgrade --sql --dry-run                  | Either --sql, which asks no database
          upgrade a:b                              | A range goes with --sql
          upgrade a:b --dry-run                    | A range goes with --sql
          upgrade --server-version 16              | --server-version goes with --sql
          upgrade --dry-run --server-version 16    | --server-version goes with --sql
          upgrade --sql --server-version 9         | 14 or later, not 9
          upgrade --sql --server-version sixteen   | is not an int
          upgrade head other                       | Unmatched argument
          downgrade base --sql                     | needs a range FROM:TO, such as head:base
          downgrade head:base                      | A range goes with --sql
          downgrade --sql                          | Missing required parameter
          stamp --sql                              | Missing required parameter
          stamp head --sql --purge                 | Either --purge
          stamp base:head                          | A range goes with --sql
          """)
  void wrongCombinationsAreAMatterOfUsage(String commandLine, String message) {
    Answer answer = new TestShell(new PGSimpleDataSource(), "shop").run(commandLine);
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          upgrade --sql head:base          | is no upgrade
          upgrade --sql current:head       | begins at current
          upgrade --sql a:b:c              | a range is 'from:to', 'from:' or ':to'
          upgrade --sql a00000000001:nope  | nope
          downgrade --sql base:head        | is no downgrade
          downgrade --sql :base            | from where
          downgrade --sql head:            | to where
          stamp --sql current:head         | begins at current
          stamp --sql head:                | does not say where
          """)
  void wrongRangesAreRefused(String commandLine, String message) {
    Answer answer = new TestShell(new PGSimpleDataSource(), "shop").run(commandLine);
    assertThat(answer.status()).as(answer.err()).isEqualTo(3);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains(message);
  }

  @Test
  void withoutARangeAScriptSaysThatItStartsFromAnEmptyDatabase() {
    TestShell shell = new TestShell(new PGSimpleDataSource(), "shop");
    assertThat(shell.run("upgrade --sql").out())
        .startsWith("-- Upgrade from base to a00000000002, for PostgreSQL 14.\n");
    assertThat(shell.run("upgrade --help").out().replaceAll("\\s+", " "))
        .contains("A target alone then starts from an empty database");
  }

  @Test
  void stampWithPurgeForgetsWhatTheApplicationDoesNotKnow(TestDatabase db) {
    new TestShell(db, "shop").run("stamp head");
    TestShell other = new TestShell(db, "fork");
    assertThat(other.run("stamp b00000000001").status()).isEqualTo(3);
    Answer purged = other.run("stamp b00000000001 --purge");
    assertThat(purged.out())
        .contains("Running stamp_revision a00000000002 -> b00000000001\n")
        .contains("No longer counts as applied: a00000000002\n");
    assertThat(other.run("current").out()).startsWith("b00000000001 ");
  }

  @Test
  void checkHasALineForEachReason(TestDatabase db) {
    Answer answer = new TestShell(db, "heads").run("check");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.lines()).hasSize(2);
  }

  @Test
  void someoneElseMovingTheDatabaseMeanwhileStopsADowngrade(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    shell.run("upgrade");
    Answer answer =
        shell
            .asking(
                () -> {
                  shell.run("downgrade -1 --yes");
                  return "y";
                })
            .run("downgrade -1");
    assertThat(answer.status()).isEqualTo(3);
    assertThat(answer.err()).contains("someone else has moved the database from a00000000002");
    assertThat(db.value("SELECT to_regclass('customer')")).isEqualTo("customer");
  }
}
