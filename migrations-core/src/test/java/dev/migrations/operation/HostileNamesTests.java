package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that must be quoted reach the catalog as they are. */
@PostgresTest
class HostileNamesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "Upper",
        "with space",
        "with.dot",
        "quo\"te",
        "'apostrophe'",
        "back\\slash",
        "semi;colon -- x",
        "select",
        "größe",
        "表",
        "$1",
        "%s"
      })
  void everyOperationTakesAnyName(String hostile, TestDatabase db) throws SQLException {
    QualifiedName table = QualifiedName.of(hostile, hostile + " t");
    String column = hostile + " c";
    db.execute("CREATE SCHEMA \"" + hostile.replace("\"", "\"\"") + '"');
    List<Operation> create =
        List.of(
            CreateTable.builder(
                    table,
                    column("id", BIGINT).primaryKey(),
                    column(column, INTEGER).unique().comment(hostile),
                    column("kept", TEXT).defaultValue(hostile))
                .comment(hostile)
                .build(),
            BulkInsert.builder(table).columns("id", column).row(1, 1).row(2, 2).build());
    List<Operation> change =
        List.of(
            AddColumn.builder(table, column(hostile, TEXT).notNull().defaultValue(hostile)).build(),
            SetNotNull.builder(table, column).build(),
            CreateIndex.builder(hostile + " i", table, List.of(IndexKey.key(column))).build(),
            CreateForeignKey.builder(hostile + " fk", table, column)
                .references(table, column)
                .build(),
            CreateUnique.builder(hostile + " u", table, column, "kept").build(),
            CreateCheck.builder(hostile + " ck", table, "id > 0").build(),
            new RenameColumn(table, column, hostile + " n"),
            new RenameTable(table, hostile + " r"));
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, create);
      assertThat(
              db.value(
                  "SELECT nspname FROM pg_class c JOIN pg_namespace n"
                      + " ON n.oid = relnamespace WHERE relname LIKE '% t'"))
          .isEqualTo(hostile);
      List<String> before = Catalog.of(db);
      UnitRunner.run(connection, change);
      assertThat(db.column("SELECT attname FROM pg_attribute WHERE attname LIKE '% n'"))
          .containsOnly(hostile + " n");
      UnitRunner.run(connection, UnitRunner.reversed(change));
      assertThat(Catalog.of(db)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "a_table_with_a_name_that_is_longer_than_anybody_would_like_it_to_be",
        "größengrößengrößengrößengrößengrößen",
        "表表表表表表表表表表表表表表表表表表表表"
      })
  void aConstraintWithoutANameGetsTheOneThatPostgresGives(String name, TestDatabase db)
      throws SQLException {
    QualifiedName table = QualifiedName.of(null, cut(name, 20));
    String column = cut(name, 18) + "_c";
    Column unique = column(column, INTEGER).check("id > 0").unique().references("other");
    db.execute("CREATE TABLE other (id integer PRIMARY KEY)");
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, List.of(CreateTable.builder(table, column("id", BIGINT)).build()));
      UnitRunner.run(connection, List.of(AddColumn.builder(table, unique).build()));
      List<String> bySafeRoad = constraints(db);
      UnitRunner.run(
          connection,
          List.of(
              DropTable.builder(table).build(),
              CreateTable.builder(
                      table,
                      column("id", BIGINT),
                      column(column, INTEGER)
                          .check("\"" + column + "\" > 0")
                          .unique()
                          .references("other"))
                  .build()));
      assertThat(bySafeRoad).isEqualTo(constraints(db)).hasSize(4);
    }
  }

  private static String cut(String name, int codePoints) {
    int length = name.codePointCount(0, name.length());
    return name.substring(0, name.offsetByCodePoints(0, Math.min(length, codePoints)));
  }

  private static List<String> constraints(TestDatabase db) {
    return db.column(
        "SELECT conname FROM pg_constraint WHERE conrelid >= 16384 AND contype <> 'n' ORDER BY 1");
  }
}
