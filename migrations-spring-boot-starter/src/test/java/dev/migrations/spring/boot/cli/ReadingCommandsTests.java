package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import org.junit.jupiter.api.Test;

@PostgresTest
class ReadingCommandsTests {

  @Test
  void currentOfAnEmptyDatabaseIsNothing(TestDatabase db) {
    assertThat(new TestShell(db, "fork").run("current"))
        .isEqualTo(new Answer(0, "", "No revision is applied.\n"));
  }

  @Test
  void currentShowsTheVersionRows(TestDatabase db) {
    TestShell shell = new TestShell(db, "fork");
    shell.run("upgrade b00000000002");
    shell.run("upgrade b00000000003");
    assertThat(shell.run("current").out())
        .isEqualTo(
            """
        b00000000002 (payments), Create payment
        b00000000003 (search), Index customers
        """
                .replace("),", ") (current),"));
  }

  @Test
  void currentInFullTellsWhereAndByWhom(TestDatabase db) {
    TestShell shell = new TestShell(db, "fork");
    shell.run("upgrade b00000000001");
    assertThat(shell.run("current -v").out())
        .startsWith("Current revision(s) for " + db.jdbcUrl().replaceFirst("\\?.*", "") + ":\n")
        .contains("Rev: b00000000001 (current) (branchpoint)\n", "Parent: <base>\n")
        .contains("Branches into: b00000000002, b00000000003\n", "0001_customer.sql\n")
        .containsPattern("upgrade at \\S+Z by " + db.user() + " on ");
  }

  @Test
  void currentNamesARevisionThatTheApplicationDoesNotHave(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    shell.run("upgrade");
    assertThat(new TestShell(db, "fork").run("current"))
        .isEqualTo(new Answer(0, "a00000000002 (unknown to this application)\n", ""));
  }

  @Test
  void currentCanBeACheck(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    shell.run("upgrade +1");
    assertThat(shell.run("current --check-heads").status()).isEqualTo(1);
    shell.run("upgrade");
    assertThat(shell.run("current --check-heads").status()).isZero();
  }

  @Test
  void headsAndBranches(TestDatabase db) {
    TestShell shell = new TestShell(db, "heads");
    assertThat(shell.run("heads").out())
        .isEqualTo(
            """
        b00000000002 (head), Add due date
        b00000000003 (head), Add paid date
        """);
    assertThat(shell.run("branches").out())
        .isEqualTo(
            """
        b00000000001 (branchpoint), Create invoice
                     -> b00000000002 (head), Add due date
                     -> b00000000003 (head), Add paid date

        """);
  }

  @Test
  void historyIsNewestFirst(TestDatabase db) {
    assertThat(new TestShell(db, "fork").run("history").out())
        .isEqualTo(
            """
        b00000000004 -> b00000000005 (payments, search) (head), Create refund
        b00000000002, b00000000003 -> b00000000004 (payments, search) (mergepoint), \
        Merge payments and search
        b00000000001 -> b00000000003 (search), Index customers
        b00000000001 -> b00000000002 (payments), Create payment
        <base> -> b00000000001 (branchpoint), Create customer
        """);
  }

  @Test
  void historyOfARange(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    shell.run("upgrade +1");
    assertThat(shell.run("history -r base:current -i").out())
        .isEqualTo("<base> -> a00000000001 (current), Create customer\n");
    assertThat(shell.run("history -r a00000000002:").lines()).hasSize(1);
    assertThat(shell.run("history -r a00000000002"))
        .satisfies(
            answer -> {
              assertThat(answer.status()).isEqualTo(3);
              assertThat(answer.err()).contains("'from:to', 'from:' or ':to'");
            });
  }

  @Test
  void historyAsAGraph(TestDatabase db) {
    assertThat(new TestShell(db, "fork").run("history --graph").out())
        .isEqualTo(
            """
        * b00000000005 (payments, search) (head), Create refund
        * b00000000004 (payments, search) (mergepoint), Merge payments and search
        |\\
        | * b00000000003 (search), Index customers
        * | b00000000002 (payments), Create payment
        |/
        * b00000000001 (branchpoint), Create customer
        """);
  }

  @Test
  void showTellsAllAboutRevisions(TestDatabase db) {
    Answer answer = new TestShell(db, "fork").run("show b00000000004 search@b00000000003");
    assertThat(answer.out())
        .matches(
            """
            Rev: b00000000004 \\(mergepoint\\)
            Merges: b00000000002, b00000000003
            Branch names: payments, search
            Path: \\S*0004_merge.sql

                Merge payments and search

            Rev: b00000000003
            Parent: b00000000001
            Branch names: search
            Path: \\S*0003_index.sql

                Index customers

            """);
  }

  @Test
  void whatReplacesAppliedRevisionsIsShownAsCurrent(TestDatabase db) {
    new TestShell(db, "shop").run("upgrade");
    TestShell shell = new TestShell(db, "squashed");

    assertThat(shell.run("current").out())
        .isEqualTo("c0ffee000001 (head) (current), The shop, applied as a00000000002\n");
    assertThat(shell.run("show current").out())
        .contains("Replaces: a00000000001, a00000000002", "Rev: c0ffee000001 (head) (current)");
    assertThat(shell.run("show current --format json").out())
        .contains("\"replaces\"", "\"a00000000001\"");
    assertThat(shell.run("check").status()).isZero();
  }

  @Test
  void aTypoGetsTheNearIds(TestDatabase db) {
    Answer answer = new TestShell(db, "shop").run("show a00000000021");
    assertThat(answer.status()).isEqualTo(3);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).startsWith("FAILED: ").contains("a00000000001");
  }

  @Test
  void headsMayLeaveOutWhatAnotherRevisionDependsOn(TestDatabase db) {
    TestShell shell = new TestShell(db, "depends");
    assertThat(shell.run("heads").lines())
        .containsExactly(
            "c00000000001 (effective head), Create stock", "c00000000002 (head), Create orders");
    assertThat(shell.run("heads --resolve-dependencies").lines())
        .containsExactly("c00000000002 (head), Create orders");
    shell.run("upgrade heads");
    assertThat(db.column("SELECT revision FROM migrations_revision"))
        .containsExactly("c00000000002");
  }

  @Test
  void theVersionIsThatOfThisProject(TestDatabase db) {
    Answer answer = new TestShell(db, "shop").run("--version");
    assertThat(answer.status()).isZero();
    assertThat(answer.out()).startsWith("Migrations for Spring Boot ");
  }
}
