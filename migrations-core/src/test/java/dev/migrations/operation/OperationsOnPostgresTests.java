package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.TestSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation on a table with rows and on a new one: both end in the same schema, and taking
 * the operation back gives the schema before.
 */
@PostgresTest
class OperationsOnPostgresTests {

  private static final List<String> TABLES = List.of("customer", "app.orders", "extra", "loose");

  static final String SCHEMA =
      """
      CREATE SCHEMA app;
      CREATE TYPE app.order_status AS ENUM ('open', 'paid');
      CREATE TABLE customer (id bigint PRIMARY KEY, name text);
      INSERT INTO customer SELECT n, 'c' || n FROM generate_series(1, 50) n;
      CREATE TABLE extra (id bigint PRIMARY KEY, name varchar(20) DEFAULT 'x');
      INSERT INTO extra SELECT n FROM generate_series(1, 50) n;
      CREATE TABLE loose (id bigint PRIMARY KEY, name varchar(20) DEFAULT 'x');
      CREATE TABLE extra2 (a bigint, b bigint, PRIMARY KEY (a, b));
      CREATE TABLE app.orders (
        id bigint NOT NULL,
        customer_id bigint,
        total integer,
        email text DEFAULT 'none',
        code varchar(10) NOT NULL,
        at timestamptz,
        CONSTRAINT ck_code CHECK (code <> ''),
        CONSTRAINT uq_total UNIQUE (total) DEFERRABLE,
        CONSTRAINT fk_extra FOREIGN KEY (customer_id) REFERENCES extra (id)
      );
      COMMENT ON TABLE app.orders IS 'orders';
      ALTER TABLE app.orders ADD CONSTRAINT ck_open CHECK (total > 0) NOT VALID;
      CREATE INDEX ix_email ON app.orders (lower(email)) WHERE total > 0;
      INSERT INTO app.orders
        SELECT n, n, n, 'e' || n, 'c' || n, now() FROM generate_series(1, 50) n;
      """;

  static Stream<OperationExample> examples() {
    return OrdersExamples.examples().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void bothRoadsEndInTheSameSchemaAndLeadBack(OperationExample example, TestDatabase db)
      throws SQLException {
    db.execute(SCHEMA);
    List<Operation> upgrade = Rendering.recorded(example.recorded());
    List<Operation> downgrade = UnitRunner.reversed(upgrade);
    try (Connection connection = db.connect();
        TestSession session = db.session()) {
      List<String> before = Catalog.of(session);
      UnitRunner.run(connection, upgrade);
      List<String> bySafeRoad = Catalog.of(session);
      assertThat(bySafeRoad).isNotEqualTo(before);
      UnitRunner.run(connection, downgrade);
      assertThat(Catalog.of(session)).isEqualTo(before);

      UnitRunner.runAsNew(connection, upgrade, TABLES);
      assertThat(Catalog.of(session)).isEqualTo(bySafeRoad);
      UnitRunner.runAsNew(connection, downgrade, TABLES);
      assertThat(Catalog.of(session)).isEqualTo(before);
    }
  }
}
