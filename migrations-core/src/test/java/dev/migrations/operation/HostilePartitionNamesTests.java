package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.PartitionBounds.in;
import static dev.migrations.operation.PartitionBounds.rest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values that must be quoted go through the blocks that ask the catalog. */
@PostgresTest
class HostilePartitionNamesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space",
        "quo\"te",
        "'apostrophe'",
        "back\\slash",
        "$do",
        "$do$",
        "%s %1$s",
        "表"
      })
  void partitionsTakeAnyName(String hostile, TestDatabase db) throws SQLException {
    QualifiedName parent = QualifiedName.of(null, hostile + " t");
    QualifiedName one = QualifiedName.of(null, hostile + " 1");
    QualifiedName two = QualifiedName.of(null, hostile + " 2");
    String key = hostile + " c";
    List<Operation> setUp =
        List.of(
            CreateTable.builder(parent, column(key, TEXT))
                .partitionBy(PartitionBy.list(key))
                .build(),
            CreatePartition.builder(parent, QualifiedName.of(null, hostile + " d"))
                .forValues(rest())
                .build(),
            CreateTable.builder(one, column(key, TEXT)).build(),
            BulkInsert.builder(one).columns(key).row(hostile).build());
    List<Operation> upgrade =
        List.of(
            AttachPartition.builder(parent, one).forValues(in(hostile)).build(),
            CreatePartition.builder(parent, two).forValues(in(hostile + "!")).build());
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, setUp);
      List<String> before = Catalog.of(db);
      UnitRunner.run(connection, upgrade);
      assertThat(
              db.column(
                  "SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid ORDER BY relname"))
          .containsExactlyInAnyOrder(one.name(), two.name(), hostile + " d");
      UnitRunner.run(
          connection,
          List.of(
              DropPartition.builder(parent, two).blocking().build(),
              DetachPartition.builder(parent, one).blocking().build()));
      assertThat(Catalog.of(db)).isEqualTo(before);
    }
  }
}
