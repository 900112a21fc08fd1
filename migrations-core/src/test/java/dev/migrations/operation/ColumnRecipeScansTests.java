package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL itself says that it reads no row where a column is put in its place. */
@PostgresTest
class ColumnRecipeScansTests {

  private static final String FILES =
      """
      SELECT oid::regclass || ' ' || pg_relation_filenode(oid) FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1""";

  static Stream<OperationExample> recipes() {
    return ColumnExamples.examples().stream()
        .filter(
            example ->
                Rendering.recorded(example.recorded()).stream()
                    .anyMatch(ColumnRecipeScansTests::isRecipe));
  }

  private static boolean isRecipe(Operation operation) {
    return operation instanceof ChangeColumnType
        || (operation instanceof AddColumn add && FilledColumn.isOne(add.column()));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void nothingIsReadUnderALockThatStopsReadsOrWrites(OperationExample example, TestDatabase db)
      throws SQLException {
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, Rendering.recorded(example.setUp()));
      List<String> tables = db.column(FILES);
      int looked = 0;
      for (Unit unit :
          UnitWriter.units(
              Rendering.recorded(example.recorded()), UnitRunner.version(connection))) {
        if (takesStrongLock(unit)) {
          assertThat(Messages.of(connection, unit))
              .noneMatch(
                  message -> message.matches("(verifying|building|validating) (?!.*pg_toast).*"));
          looked++;
        } else {
          UnitRunner.run(connection, unit);
        }
      }
      assertThat(looked).isPositive();
      assertThat(db.column(FILES)).isEqualTo(tables);
    }
  }

  private static boolean takesStrongLock(Unit unit) {
    return unit instanceof Unit.Transaction
        && unit.commands().stream()
            .map(command -> ((Command.Sql) command).sql())
            .anyMatch(
                sql ->
                    sql.startsWith("LOCK TABLE")
                        || sql.contains("ADD COLUMN")
                        || sql.contains("SET NOT NULL")
                        || sql.contains("USING INDEX")
                        || sql.contains("NOT VALID"));
  }
}
