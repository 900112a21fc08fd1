package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of views, triggers, rules, policies and columns reach the catalog as they are. */
@PostgresTest
class HostileRoutineNamesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upper",
        "with.dot",
        "quo\"te",
        "'apostrophe'",
        "back\\slash",
        "semi;colon -- x",
        "select",
        "größe",
        "$1",
        "%s"
      })
  void everyOperationTakesAnyName(String hostile, TestDatabase db) throws SQLException {
    String quoted = '"' + hostile.replace("\"", "\"\"") + '"';
    QualifiedName table = QualifiedName.of(hostile, hostile + " t");
    QualifiedName view = QualifiedName.of(hostile, hostile + " v");
    QualifiedName materialized = QualifiedName.of(hostile, hostile + " m");
    db.execute("CREATE SCHEMA " + quoted);
    try (Connection connection = db.connect()) {
      UnitRunner.run(
          connection,
          List.of(
              CreateTable.builder(table, Column.column(hostile, DataType.TEXT).primaryKey())
                  .build(),
              CreateRoutine.of(
                  RoutineKind.FUNCTION,
                  quoted + "." + quoted + "()",
                  "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$")));
      List<String> before = RoutineCatalog.of(db);
      String query = "SELECT " + quoted + " FROM " + table.sql();
      // Read by QualifiedName.parse, which takes a name with a dot or a quote in double quotes
      // only.
      String function = quoted + "." + quoted;
      List<Operation> change =
          List.of(
              CreateView.builder(view, query).columns(hostile + " c").build(),
              CreateMaterializedView.builder(materialized, query).columns(hostile).build(),
              CreateTrigger.builder(hostile, table)
                  .before()
                  .update(hostile)
                  .forEachRow()
                  .execute(function, hostile)
                  .build(),
              SetTriggerFiring.disable(hostile, table).build(),
              CreateRule.builder(hostile, table).onDelete().doInsteadNothing().build(),
              new RowLevelSecurity(table, RowLevelSecurity.Mode.ENABLE),
              CreatePolicy.builder(hostile, table).using("true").build(),
              GrantPrivileges.builder(Privilege.UPDATE)
                  .onColumns(quoted + ".\"" + table.name().replace("\"", "\"\"") + '"', hostile)
                  .to("PUBLIC")
                  .build(),
              GrantPrivileges.builder(Privilege.USAGE).onSchema(hostile).to("PUBLIC").build(),
              BulkInsert.builder(table).columns(hostile).row(hostile).key(hostile).build(),
              UpdateRows.builder(table)
                  .set(hostile, hostile)
                  .whereExpression("true")
                  .from(hostile, hostile)
                  .build());
      UnitRunner.run(connection, change);
      assertThat(db.column("SELECT tgname FROM pg_trigger")).containsExactly(hostile);
      assertThat(db.column("SELECT polname FROM pg_policy")).containsExactly(hostile);
      assertThat(db.column("SELECT viewname FROM pg_views WHERE viewname LIKE '% v'"))
          .containsExactly(hostile + " v");
      db.execute("ALTER TABLE " + table.sql() + " DISABLE RULE " + quoted);
      UnitRunner.run(connection, UnitRunner.reversed(change));
      assertThat(RoutineCatalog.of(db)).isEqualTo(before);
    }
  }
}
