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

/** Views, routines, triggers, policies, rights and rows, up and down and up again. */
@PostgresTest
class RoutinesOnPostgresTests {

  static final String SCHEMA =
      """
      CREATE SCHEMA app;
      CREATE TYPE app.mood AS ENUM ('good', 'bad');
      CREATE TABLE app.orders (
        id bigint PRIMARY KEY, status text DEFAULT 'open', total numeric, touched timestamptz);
      CREATE SEQUENCE app.numbers_seq;
      INSERT INTO app.orders SELECT n, 'open', n FROM generate_series(1, 5) n;
      CREATE TABLE app.country (code text PRIMARY KEY, name text, note text);
      INSERT INTO app.country VALUES ('DE', 'Germany'), ('FR', 'France');
      CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RETURN new; END $$;
      """;

  static Stream<OperationExample> examples() {
    return RoutinesExamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anOperationGoesUpAndDownAndUpAgain(OperationExample example, TestDatabase db)
      throws SQLException {
    db.execute(SCHEMA);
    List<Operation> upgrade = Rendering.recorded(example.recorded());
    List<Operation> downgrade = UnitRunner.reversed(upgrade);
    try (Connection connection = db.connect();
        TestSession session = db.session()) {
      UnitRunner.run(connection, Rendering.recorded(example.setUp()));
      List<String> before = RoutineCatalog.of(session);
      UnitRunner.run(connection, upgrade);
      List<String> after = RoutineCatalog.of(session);
      assertThat(after).isNotEqualTo(before);
      UnitRunner.run(connection, downgrade);
      assertThat(RoutineCatalog.of(session)).isEqualTo(downgrade.isEmpty() ? after : before);
      UnitRunner.run(connection, upgrade);
      assertThat(RoutineCatalog.of(session)).isEqualTo(after);
    }
  }
}
