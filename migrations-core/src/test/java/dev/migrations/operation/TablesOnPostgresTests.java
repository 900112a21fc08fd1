package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.TestSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example on tables with rows and on new ones: both end in the same schema, and taking the
 * operation back gives the schema before.
 */
@PostgresTest
class TablesOnPostgresTests {

  static Stream<OperationExample> examples() {
    return TablesExamples.examples().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void bothRoadsEndInTheSameSchemaAndLeadBack(OperationExample example, TestDatabase db)
      throws SQLException {
    List<Operation> upgrade = Rendering.recorded(example.recorded());
    try (Connection connection = db.connect();
        TestSession session = db.session()) {
      int version = UnitRunner.version(connection);
      List<Operation> all = new ArrayList<>(Rendering.recorded(example.setUp()));
      all.addAll(upgrade);
      if (UnitRunner.isTooNew(all, version)) {
        return;
      }
      UnitRunner.run(connection, Rendering.recorded(example.setUp()));
      if (TablesExamples.WITHOUT_REVERSE.contains(example.name())) {
        List<String> before = Catalog.of(session);
        UnitRunner.run(connection, upgrade);
        assertThat(Catalog.of(session)).isNotEqualTo(before);
        return;
      }
      List<Operation> downgrade = UnitRunner.reversed(upgrade);
      List<String> before = Catalog.of(session);
      UnitRunner.run(connection, upgrade);
      List<String> bySafeRoad = Catalog.of(session);
      if (!TablesExamples.CHANGES_NOTHING.contains(example.name())) {
        assertThat(bySafeRoad).isNotEqualTo(before);
      }
      UnitRunner.run(connection, downgrade);
      assertThat(Catalog.of(session)).isEqualTo(before);

      List<String> tables =
          session.column(
              "SELECT quote_ident(relname) FROM pg_class WHERE relkind IN ('r', 'p') AND oid >= 16384"
                  + " AND relnamespace = 'public'::regnamespace");
      UnitRunner.runAsNew(connection, upgrade, tables);
      assertThat(Catalog.of(session)).isEqualTo(bySafeRoad);
      UnitRunner.runAsNew(connection, downgrade, tables);
      assertThat(Catalog.of(session)).isEqualTo(before);
    }
  }
}
