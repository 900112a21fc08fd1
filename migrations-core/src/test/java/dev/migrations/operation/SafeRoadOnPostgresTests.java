package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the safe road does to a table that is in use, as PostgreSQL itself tells it. */
@PostgresTest
class SafeRoadOnPostgresTests {

  private static final String TABLES =
      """
      CREATE TABLE customer (id bigint PRIMARY KEY);
      CREATE TABLE orders (id bigint, customer_id bigint, total integer);
      INSERT INTO customer SELECT n FROM generate_series(1, 50) n;
      INSERT INTO orders SELECT n, n, n FROM generate_series(1, 50) n;
      """;

  static Stream<Consumer<Operations>> validated() {
    return Stream.of(
        op -> op.createForeignKey("fk", "orders", "customer_id").references("customer", "id"),
        op -> op.createCheck("ck", "orders", "total > 0"),
        op -> op.setNotNull("orders", "total"),
        op -> op.createPrimaryKey("pk", "orders", "id", "total"),
        op -> {
          op.createCheck("ck", "orders", "total > 0").notValid();
          op.validateConstraint("orders", "ck");
        });
  }

  @ParameterizedTest
  @MethodSource("validated")
  void rowsAreCheckedUnderLocksThatLetReadsAndWritesPass(
      Consumer<Operations> author, TestDatabase db) throws SQLException {
    db.execute(TABLES);
    int validations = 0;
    try (Connection connection = db.connect()) {
      for (Unit unit :
          UnitWriter.units(Rendering.recorded(author), UnitRunner.version(connection))) {
        List<String> statements =
            unit instanceof Unit.Transaction transaction
                ? transaction.commands().stream().map(c -> ((Command.Sql) c).sql()).toList()
                : List.of();
        if (statements.stream().anyMatch(sql -> sql.contains("VALIDATE CONSTRAINT"))) {
          assertThat(statements).hasSize(1);
          assertThat(locksOf(connection, statements.get(0)))
              .isNotEmpty()
              .isSubsetOf("AccessShareLock", "RowShareLock", "ShareUpdateExclusiveLock");
          validations++;
        } else {
          UnitRunner.run(connection, unit);
        }
      }
    }
    assertThat(validations).isEqualTo(1);
  }

  /** The locks on tables that the statement takes; it is committed. */
  private static Set<String> locksOf(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      ResultSet rows =
          statement.executeQuery(
              "SELECT DISTINCT mode FROM pg_locks WHERE pid = pg_backend_pid()"
                  + " AND relation IN ('orders'::regclass, 'customer'::regclass)");
      List<String> modes = new ArrayList<>();
      while (rows.next()) {
        modes.add(rows.getString(1));
      }
      connection.commit();
      return Set.copyOf(modes);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  static Stream<Consumer<Operations>> sameEnds() {
    return Stream.of(
        op -> op.createPrimaryKey("pk", "orders", "id", "total"),
        op -> op.setNotNull("orders", "total"),
        op -> {
          op.setNotNull("orders", "total");
          op.setNotNull("orders", "total");
          op.createPrimaryKey("pk", "orders", "total");
        },
        op -> {
          op.createTable("new", column("id", BIGINT).primaryKey());
          op.addColumn(
              "orders", column("new_id", BIGINT).references("new").unique().check("new_id > 0"));
        });
  }

  @ParameterizedTest
  @MethodSource("sameEnds")
  void theSchemaIsTheOneThatThePlainStatementGives(Consumer<Operations> author, TestDatabase db)
      throws SQLException {
    List<Operation> operations = Rendering.recorded(author);
    db.execute(TABLES);
    try (TestDatabase plain = PostgresServer.shared().createDatabase();
        Connection connection = db.connect();
        Connection plainConnection = plain.connect()) {
      plain.execute(TABLES);
      UnitRunner.run(connection, operations);
      UnitRunner.runAsNew(plainConnection, operations, List.of("orders"));
      assertThat(Catalog.of(db)).isEqualTo(Catalog.of(plain));
    }
  }

  @Test
  void nullsThatAreNotDistinctGiveTheSameIndexAndConstraint(TestDatabase db) throws SQLException {
    db.execute(TABLES);
    try (Connection connection = db.connect()) {
      assumeThat(UnitRunner.version(connection)).isGreaterThanOrEqualTo(15);
      List<Operation> operations =
          Rendering.recorded(
              op -> {
                op.createUnique("uq", "orders", "total").nullsNotDistinct();
                op.createIndex("ix", "orders", "total").unique().nullsNotDistinct();
              });
      List<String> before = Catalog.of(db);
      UnitRunner.run(connection, operations);
      List<String> bySafeRoad = Catalog.of(db);
      assertThat(String.join("\n", bySafeRoad)).contains("UNIQUE NULLS NOT DISTINCT (total)");
      UnitRunner.run(connection, UnitRunner.reversed(operations));
      assertThat(Catalog.of(db)).isEqualTo(before);
      UnitRunner.runAsNew(connection, operations, List.of("orders"));
      assertThat(Catalog.of(db)).isEqualTo(bySafeRoad);
    }
  }

  @Test
  void aVirtualColumnIsAddedWithoutARewrite(TestDatabase db) throws SQLException {
    db.execute(TABLES);
    try (Connection connection = db.connect()) {
      assumeThat(UnitRunner.version(connection)).isGreaterThanOrEqualTo(18);
      String file = db.value("SELECT pg_relation_filenode('orders')");
      UnitRunner.run(
          connection,
          Rendering.recorded(
              op ->
                  op.addColumn(
                      "orders", column("v", BIGINT).notNull().generatedVirtual("total + 1"))));
      assertThat(db.value("SELECT pg_relation_filenode('orders')")).isEqualTo(file);
    }
    assertThat(
            db.value(
                "SELECT attnotnull FROM pg_attribute"
                    + " WHERE attrelid = 'orders'::regclass AND attname = 'v'"))
        .isEqualTo("t");
  }

  @Test
  void aDefaultThatIsTakenForStableDoesNotRewrite(TestDatabase db) throws SQLException {
    List<String> expressions =
        List.of(
            "now()",
            "current_timestamp(3)",
            "localtimestamp",
            "current_date",
            "CURRENT_USER",
            "session_user",
            "current_schema",
            "current_database()",
            "current_setting('server_version')",
            "pg_current_xact_id()",
            "statement_timestamp()",
            "transaction_timestamp() - interval '1 day'",
            "now() AT TIME ZONE 'utc'",
            "date_trunc('day', now())",
            "make_interval(1)",
            "lower('A')",
            "upper('a')",
            "'a''b'::character varying(20)",
            "'2020-01-01'::timestamp with time zone",
            "1 + 2.5");
    db.execute(TABLES);
    String file = db.value("SELECT pg_relation_filenode('orders')");
    try (Connection connection = db.connect()) {
      for (String expression : expressions) {
        Column added =
            column(expression, TEXT).notNull().defaultExpression("(" + expression + ")::text");
        UnitRunner.run(connection, Rendering.recorded(op -> op.addColumn("orders", added)));
        assertThat(db.value("SELECT pg_relation_filenode('orders')"))
            .as(expression)
            .isEqualTo(file);
      }
    }
  }

  @Test
  void aValidationThatFailsLeavesTheConstraintForTheNextTry(TestDatabase db) throws SQLException {
    db.execute(TABLES);
    try (Connection connection = db.connect()) {
      List<Unit> units =
          UnitWriter.units(
              Rendering.recorded(op -> op.createCheck("ck", "orders", "total > 10")),
              UnitRunner.version(connection));
      UnitRunner.run(connection, units.get(0));
      assertThat(db.value("SELECT convalidated FROM pg_constraint WHERE conname = 'ck'"))
          .isEqualTo("f");
      db.execute("DELETE FROM orders WHERE total <= 10");
      UnitRunner.run(connection, units.get(1));
      assertThat(db.value("SELECT convalidated FROM pg_constraint WHERE conname = 'ck'"))
          .isEqualTo("t");
    }
  }
}
