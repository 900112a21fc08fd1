package dev.migrations.operation;

import static dev.migrations.operation.CreateRule.rule;
import static dev.migrations.operation.CreateTrigger.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The strongest lock that an operation takes on a relation is the one that its Javadoc names. */
@PostgresTest
class RoutineLocksTests {

  /** Where the majors differ. */
  private static final String AT_MOST = "at most ";

  private static final List<String> WEAK_TO_STRONG =
      List.of(
          "none",
          "AccessShareLock",
          "RowShareLock",
          "RowExclusiveLock",
          "ShareUpdateExclusiveLock",
          "ShareLock",
          "ShareRowExclusiveLock",
          "ExclusiveLock",
          "AccessExclusiveLock");

  private static final String THERE =
      """
      CREATE VIEW app.v AS SELECT id FROM app.orders;
      CREATE MATERIALIZED VIEW app.m AS SELECT id FROM app.orders;
      CREATE UNIQUE INDEX m_id ON app.m (id);
      CREATE TRIGGER t BEFORE UPDATE ON app.orders FOR EACH ROW EXECUTE FUNCTION app.touch();
      CREATE RULE r AS ON DELETE TO app.country DO INSTEAD NOTHING;
      CREATE POLICY p ON app.orders USING (true);
      """;

  static Stream<Arguments> locks() {
    return Stream.of(
        lock(
            "createView", "AccessShareLock", op -> op.createView("w", "SELECT id FROM app.orders")),
        lock(
            "replaceView",
            "app.v",
            "AccessExclusiveLock",
            op -> op.replaceView("app.v", "SELECT id FROM app.orders")),
        lock("dropView", "app.v", "AccessExclusiveLock", op -> op.dropView("app.v")),
        lock(
            "createMaterializedView",
            "AccessShareLock",
            op -> op.createMaterializedView("w", "SELECT id FROM app.orders")),
        lock("refresh", "app.m", "ExclusiveLock", op -> op.refreshMaterializedView("app.m")),
        lock(
            "refresh blocking",
            "app.m",
            "AccessExclusiveLock",
            op -> op.refreshMaterializedView("app.m").blocking()),
        lock(
            "refresh with no data",
            "app.m",
            "AccessExclusiveLock",
            op -> op.refreshMaterializedView("app.m").withNoData()),
        lock(
            "dropMaterializedView",
            "app.m",
            "AccessExclusiveLock",
            op -> op.dropMaterializedView("app.m")),
        lock(
            "createFunction",
            "at most AccessShareLock",
            op ->
                op.createFunction(
                    "f()", "RETURNS bigint LANGUAGE sql AS 'SELECT id FROM app.orders'")),
        lock(
            "createTrigger",
            "ShareRowExclusiveLock",
            op -> op.createTrigger("u", "app.orders").after().insert().execute("app.touch")),
        lock(
            "constraint trigger",
            "app.country",
            "AccessShareLock",
            op ->
                op.createTrigger("u", "app.orders")
                    .constraint()
                    .insert()
                    .from("app.country")
                    .execute("app.touch")),
        lock(
            "replaceTrigger",
            "ShareRowExclusiveLock",
            op ->
                op.replaceTrigger(
                    trigger("t", "app.orders").after().insert().execute("app.touch"))),
        lock(
            "replace by constraint trigger",
            "AccessExclusiveLock",
            op ->
                op.replaceTrigger(
                    trigger("t", "app.orders").constraint().insert().execute("app.touch"))),
        lock("dropTrigger", "AccessExclusiveLock", op -> op.dropTrigger("t", "app.orders")),
        lock("disableTrigger", "ShareRowExclusiveLock", op -> op.disableTrigger("t", "app.orders")),
        lock(
            "enableTrigger",
            "ShareRowExclusiveLock",
            op -> op.enableTrigger("t", "app.orders").always()),
        lock(
            "createRule",
            "AccessExclusiveLock",
            op -> op.createRule("s", "app.orders").onDelete().doInsteadNothing()),
        lock(
            "replaceRule",
            "app.country",
            "AccessExclusiveLock",
            op -> op.replaceRule(rule("r", "app.country").onUpdate().doInsteadNothing())),
        lock(
            "dropRule",
            "app.country",
            "AccessExclusiveLock",
            op -> op.dropRule("r", "app.country")),
        lock(
            "enableRowLevelSecurity",
            "AccessExclusiveLock",
            op -> op.enableRowLevelSecurity("app.orders")),
        lock(
            "forceRowLevelSecurity",
            "AccessExclusiveLock",
            op -> op.forceRowLevelSecurity("app.orders")),
        lock("createPolicy", "AccessExclusiveLock", op -> op.createPolicy("q", "app.orders")),
        lock(
            "alterPolicy",
            "AccessExclusiveLock",
            op -> op.alterPolicy("p", "app.orders").using("false")),
        lock("dropPolicy", "AccessExclusiveLock", op -> op.dropPolicy("p", "app.orders")),
        lock(
            "grant",
            "at most AccessShareLock",
            op -> op.grant(Privilege.SELECT).onTable("app.orders").to("PUBLIC")),
        lock(
            "revoke",
            "at most AccessShareLock",
            op -> op.revoke(Privilege.SELECT).onTable("app.orders").from("PUBLIC")),
        lock(
            "updateRows",
            "RowExclusiveLock",
            op -> op.updateRows("app.orders").set("status", "x").everyRow()),
        lock("deleteRows", "RowExclusiveLock", op -> op.deleteRows("app.orders").key("id").row(1)),
        lock(
            "copyFrom",
            "app.country",
            "RowExclusiveLock",
            op -> op.copyFrom("classpath:copied.csv", "app.country", "code", "name").header()));
  }

  private static Arguments lock(String name, String mode, Consumer<Operations> author) {
    return lock(name, "app.orders", mode, author);
  }

  private static Arguments lock(
      String name, String relation, String mode, Consumer<Operations> author) {
    return Arguments.argumentSet(name, relation, mode, author);
  }

  @ParameterizedTest
  @MethodSource("locks")
  void anOperationTakesTheLockThatItNames(
      String relation, String mode, Consumer<Operations> author, TestDatabase db)
      throws SQLException {
    db.execute(RoutinesOnPostgresTests.SCHEMA + THERE);
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      List<Unit> units =
          UnitWriter.units(Rendering.recorded(author), UnitRunner.version(connection));
      connection.setAutoCommit(false);
      long oid = oid(statement, relation);
      for (Unit unit : units) {
        for (Command command : ((Unit.Transaction) unit).commands()) {
          if (command instanceof Command.Code code) {
            code.work().run(connection);
          } else {
            statement.execute(((Command.Sql) command).sql());
          }
        }
      }
      String strongest = strongest(statement, oid);
      if (mode.startsWith(AT_MOST)) {
        assertThat(WEAK_TO_STRONG.indexOf(strongest))
            .isLessThanOrEqualTo(WEAK_TO_STRONG.indexOf(mode.substring(AT_MOST.length())));
      } else {
        assertThat(strongest).isEqualTo(mode);
      }
    }
  }

  private static long oid(Statement statement, String relation) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT '" + relation + "'::regclass::oid")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String strongest(Statement statement, long oid) throws SQLException {
    List<String> modes = new ArrayList<>(List.of("none"));
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation = " + oid)) {
      while (rows.next()) {
        modes.add(rows.getString(1));
      }
    }
    return modes.stream().max(Comparator.comparing(WEAK_TO_STRONG::indexOf)).orElseThrow();
  }
}
