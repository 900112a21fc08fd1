package dev.migrations.script;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import dev.migrations.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations with one method in place of two, and what migrations declare. */
@PostgresTest
class ChangeTests {

  @Revision(id = "aaaa", message = "Add customers")
  static class AddCustomers implements Migration {
    @Override
    public void change(Operations op) {
      op.createTable("customers", column("id", BIGINT).primaryKey());
      op.addColumn("customers", column("notes", TEXT));
      op.losesData("the notes");
      op.createIndex("ix_customers_notes", "customers", "notes");
    }
  }

  @Revision(id = "bbbb", down = "aaaa", message = "Drop notes")
  static class DropNotes implements Migration {
    @Override
    public void change(Operations op) {
      op.renameColumn("customers", "id", "number");
      op.dropColumn("customers", "notes");
      op.execute("SELECT 1");
    }
  }

  @Revision(id = "cccc", down = "aaaa", message = "Hash")
  static class Irreversible implements Migration {
    @Override
    public void change(Operations op) {
      op.dropColumn("customers", "notes");
      op.irreversible("the notes were not kept");
    }
  }

  @Revision(id = "dddd", message = "Nothing")
  static class Nothing implements Migration {}

  @Revision(id = "eeee", message = "Upgrade only")
  static class UpgradeOnly implements Migration {
    @Override
    public void upgrade(Operations op) {}
  }

  @Revision(id = "ffff", message = "Both")
  static class Both implements Migration {
    @Override
    public void change(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
  }

  @Revision(id = "abab", message = "Upgrade that is irreversible")
  static class IrreversibleUpgrade implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.irreversible("no");
    }

    @Override
    public void downgrade(Operations op) {}
  }

  @Revision(id = "cdcd", message = "Irreversible downgrade")
  static class IrreversibleDowngrade implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.execute("SELECT 1");
      op.losesData("half of the rows");
    }

    @Override
    public void downgrade(Operations op) {
      op.irreversible("the rows are gone");
    }
  }

  @Test
  void aChangeIsTakenBackByItsReversesTheLastOneFirst() {
    RevisionScript script = script(new AddCustomers(), "aaaa");

    assertThat(summaries(script, Direction.UPGRADE))
        .containsExactly(
            "create table customers",
            "add column notes to customers",
            "create index ix_customers_notes on customers");
    assertThat(summaries(script, Direction.DOWNGRADE))
        .containsExactly(
            "drop index ix_customers_notes",
            "loses data: the notes",
            "drop column notes of customers",
            "drop table customers");
  }

  @Test
  void aChangeRunsUpAndDownAndUpAgain(TestDatabase db) {
    Migrations migrations =
        new Migrations(
            db.dataSource(), scripts(new AddCustomers()), SqlRevisions.settings(), List.of());

    migrations.upgrade("head");
    assertThat(db.value("SELECT to_regclass('ix_customers_notes')")).isNotNull();
    migrations.downgrade("base");
    assertThat(db.value("SELECT to_regclass('customers')")).isNull();
    migrations.upgrade("head");
    assertThat(migrations.status().isAtHead()).isTrue();
  }

  @Test
  void aChangeWithoutReversesIsRefusedBeforeItIsAppliedNamingEachOperation(TestDatabase db) {
    Migrations migrations =
        new Migrations(
            db.dataSource(),
            scripts(new AddCustomers(), new DropNotes()),
            SqlRevisions.settings(),
            List.of());

    MigrationsException refused =
        catchThrowableOfType(MigrationsException.class, () -> migrations.upgrade("head"));

    assertThat(refused.description())
        .contains("The upgrade of revision bbbb (")
        .contains("drop column notes of customers: ")
        .contains("execute")
        .doesNotContain("rename");
    assertThat(refused.action()).contains("op.irreversible");
    assertThat(db.value("SELECT to_regclass('customers')")).isNull();
  }

  @Test
  void aChangeMayBeDeclaredIrreversible() {
    RevisionScript script = script(new Irreversible(), "cccc");

    assertThat(summaries(script, Direction.UPGRADE))
        .containsExactly("drop column notes of customers");
    NoDowngradeException refused =
        catchThrowableOfType(
            NoDowngradeException.class, () -> script.operations(Direction.DOWNGRADE));
    assertThat(refused.reason()).isEqualTo("the notes were not kept");
    assertThat(refused.revision()).isEqualTo("cccc");
  }

  @Test
  void aDowngradeMayBeDeclaredImpossible() {
    RevisionScript script = script(new IrreversibleDowngrade(), "cdcd");

    assertThat(summaries(script, Direction.UPGRADE)).contains("loses data: half of the rows");
    assertThat(
            catchThrowableOfType(
                    NoDowngradeException.class, () -> script.operations(Direction.DOWNGRADE))
                .description())
        .contains("Revision cdcd", "cannot be taken back: the rows are gone");
  }

  @Test
  void whatIsImplementedByHalvesIsRefused() {
    assertThat(refusal(new Nothing(), "dddd"))
        .contains("neither change, nor upgrade and downgrade");
    assertThat(refusal(new UpgradeOnly(), "eeee"))
        .contains("neither change, nor upgrade and downgrade");
    assertThat(refusal(new Both(), "ffff")).contains("change, and upgrade or downgrade besides");
    assertThat(refusal(new IrreversibleUpgrade(), "abab")).contains("irreversible in upgrade");
  }

  @Test
  void whatAMigrationDeclaresIsNotPartOfItsChecksum() {
    @Revision(id = "aaaa", message = "Declares more")
    class Declares extends AddCustomers {
      @Override
      public void change(Operations op) {
        super.change(op);
        op.losesData("even more");
      }
    }

    assertThat(RevisionChecksum.of(script(new Declares(), "aaaa").operations(Direction.UPGRADE)))
        .isEqualTo(script(new AddCustomers(), "aaaa").checksum());
  }

  private static String refusal(Migration migration, String id) {
    return catchThrowableOfType(
            MigrationsException.class, () -> script(migration, id).operations(Direction.UPGRADE))
        .description();
  }

  private static List<String> summaries(RevisionScript script, Direction direction) {
    return script.operations(direction).stream().map(Operation::summary).toList();
  }

  private static RevisionScript script(Migration migration, String id) {
    if (migration.getClass().getAnnotation(Revision.class).down().length > 0) {
      return scripts(new AddCustomers(), migration).script(id);
    }
    return scripts(migration).script(id);
  }

  private static RevisionScripts scripts(Migration... migrations) {
    return RevisionScripts.load(List.of(), List.of(migrations), ChangeTests.class.getClassLoader());
  }
}
