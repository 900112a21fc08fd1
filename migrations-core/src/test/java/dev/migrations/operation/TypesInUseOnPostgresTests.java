package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.named;
import static dev.migrations.operation.PublicationMember.publishedTable;
import static dev.migrations.operation.PublicationMember.tablesInSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the operations do to types and tables that hold values, and which locks they take. */
@PostgresTest
class TypesInUseOnPostgresTests {

  private static final Consumer<Operations> EMAIL =
      op -> {
        op.createDomain("email", TEXT);
        op.createTable("customer", column("id", BIGINT), column("mail", named("email")));
        op.bulkInsert("customer").columns("id", "mail").row(1, "");
      };

  @Test
  void aNewEnumValueCanBeUsedByWhatFollowsInTheRevision(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      UnitRunner.run(
          connection,
          Rendering.recorded(
              op -> {
                op.createEnum("status", "open");
                op.createTable("orders", column("status", named("status")));
                op.addEnumValue("status", "paid").before("open");
                op.bulkInsert("orders").columns("status").row("open").row("paid");
              }));
    }
    assertThat(db.column("SELECT status FROM orders ORDER BY status"))
        .containsExactly("paid", "open");
  }

  @Test
  void aDomainConstraintHoldsForNewValuesBeforeItIsValidated(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, Rendering.recorded(EMAIL));
      List<Unit> units =
          UnitWriter.units(
              Rendering.recorded(op -> op.addDomainConstraint("email", "ck", "VALUE <> ''")),
              UnitRunner.version(connection));
      assertThat(locks(connection, units.get(0))).isEmpty();
      assertThatThrownBy(() -> db.execute("INSERT INTO customer VALUES (2, '')"))
          .rootCause()
          .hasMessageContaining("ck");
      db.execute("UPDATE customer SET mail = 'a@b'");
      assertThat(locks(connection, units.get(1))).containsExactly("ShareLock");
    }
  }

  @Test
  void whatIsSaidToLockNoTableLocksNone(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, Rendering.recorded(EMAIL));
      for (Unit unit :
          UnitWriter.units(
              Rendering.recorded(
                  op -> {
                    op.setDomainDefault("email", "x");
                    op.dropDomainDefault("email");
                    op.addDomainConstraint("email", "ck", "VALUE <> 'x'").notValid();
                    op.dropDomainConstraint("email", "ck");
                    op.dropDomainNotNull("email");
                    op.createPublication("p").allTables();
                    op.dropPublication("p");
                    op.renameDomain("email", "mail");
                    op.createSchema("app");
                    op.setSchema(DatabaseObject.domain("mail"), "app").from("public");
                  }),
              UnitRunner.version(connection))) {
        assertThat(locks(connection, unit)).as(unit.toString()).isEmpty();
      }
    }
  }

  @Test
  void statisticsPublicationsAndCommentsLetReadsAndWritesPass(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, Rendering.recorded(EMAIL));
      for (Operation operation :
          Rendering.recorded(
              op -> {
                op.createStatistics("st", "customer", "id", "mail");
                op.createPublication("p", publishedTable("customer"));
                op.alterPublication("p").drop(publishedTable("customer"));
                op.commentOn(DatabaseObject.table("customer"), "x");
                op.dropStatistics("st");
              })) {
        for (Unit unit : UnitWriter.units(List.of(operation), UnitRunner.version(connection))) {
          assertThat(locks(connection, unit))
              .as(operation.summary())
              .containsExactly("ShareUpdateExclusiveLock");
        }
      }
    }
  }

  @Test
  void aPublicationOfColumnsRowsAndSchemasGoesUpAndDown(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      assumeTrue(UnitRunner.version(connection) >= 15, "needs PostgreSQL 15");
      UnitRunner.run(connection, Rendering.recorded(EMAIL.andThen(op -> op.createSchema("app"))));
      List<String> before = Catalog.of(db);
      List<Operation> change =
          Rendering.recorded(
              op -> {
                op.createPublication("p", publishedTable("customer").where("id > 5"))
                    .publish("insert");
                op.createPublication("q", tablesInSchema("app"));
                op.alterPublication("p")
                    .drop(publishedTable("customer").where("id > 5"))
                    .add(publishedTable("customer").columns("id").where("id > 10"));
                op.alterPublication("q").drop(tablesInSchema("app")).add(tablesInSchema("public"));
              });
      UnitRunner.run(connection, change);
      assertThat(
              db.column(
                  "SELECT concat(pubname, attnames, rowfilter) FROM pg_publication_tables"
                      + " ORDER BY 1"))
          .containsExactly("p{id}(id > 10)", "q{id,mail}");
      List<Operation> back = UnitRunner.reversed(change);
      UnitRunner.run(connection, back.subList(0, 2));
      assertThat(
              db.column("SELECT concat(pubname, rowfilter) FROM pg_publication_tables ORDER BY 1"))
          .containsExactly("p(id > 5)");
      UnitRunner.run(connection, back.subList(2, back.size()));
      assertThat(Catalog.of(db)).isEqualTo(before);
    }
  }

  /** The modes in which the table is locked when the unit is about to be committed. */
  private static List<String> locks(Connection connection, Unit unit) throws SQLException {
    List<String> modes = new ArrayList<>();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (Command command : ((Unit.Transaction) unit).commands()) {
        statement.execute(((Command.Sql) command).sql());
      }
      try (var rows =
          statement.executeQuery(
              "SELECT mode FROM pg_locks WHERE relation = to_regclass('customer')"
                  + " AND pid = pg_backend_pid() ORDER BY 1")) {
        while (rows.next()) {
          modes.add(rows.getString(1));
        }
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return modes;
  }
}
