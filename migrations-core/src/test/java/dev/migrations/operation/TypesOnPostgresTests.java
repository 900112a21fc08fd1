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

/** Each operation changes the catalog, and taking it back gives the catalog before. */
@PostgresTest
class TypesOnPostgresTests {

  private static final List<String> NOT_REVERSIBLE = List.of("addEnumValue", "updateExtension");

  static Stream<OperationExample> examples() {
    return TypesExamples.examples().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void upAndDownLeadBackToTheSameCatalog(OperationExample example, TestDatabase db)
      throws SQLException {
    List<Operation> upgrade = Rendering.recorded(example.recorded());
    try (Connection connection = db.connect();
        TestSession session = db.session()) {
      UnitRunner.run(connection, Rendering.recorded(example.setUp()));
      List<String> before = Catalog.of(session);
      UnitRunner.run(connection, upgrade);
      List<String> after = Catalog.of(session);
      assertThat(after).isNotEqualTo(before);
      if (NOT_REVERSIBLE.contains(example.name())) {
        assertThat(upgrade.get(0).reversal()).isInstanceOf(Reversal.Impossible.class);
        return;
      }
      UnitRunner.run(connection, UnitRunner.reversed(upgrade));
      assertThat(Catalog.of(session)).isEqualTo(before);
      UnitRunner.run(connection, upgrade);
      assertThat(Catalog.of(session)).isEqualTo(after);
    }
  }
}
