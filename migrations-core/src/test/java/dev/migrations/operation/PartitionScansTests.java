package dev.migrations.operation;

import static dev.migrations.operation.PartitionBounds.from;
import static dev.migrations.operation.PartitionBounds.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL itself says whether it looked at rows while it held its lock. */
@PostgresTest
class PartitionScansTests {

  static Stream<OperationExample> attached() {
    return PartitionExamples.examples().stream()
        .filter(example -> example.name().equals("attachPartition"));
  }

  @ParameterizedTest
  @MethodSource("attached")
  void attachingATableLooksAtNoRow(OperationExample example, TestDatabase db) throws SQLException {
    assertThat(messages(db, example.setUp(), example.recorded()))
        .containsAnyOf(
            "partition constraint for table \"p1\" is implied by existing constraints",
            "partition constraint for table \"orders_2026\" is implied by existing constraints");
  }

  @Test
  void theDefaultPartitionIsNotScannedWhileItIsLocked(TestDatabase db) throws SQLException {
    Consumer<Operations> withDefault =
        op -> {
          PartitionExamples.orders(op);
          op.createPartition("orders", "orders_rest").forValues(rest());
          op.execute("INSERT INTO orders VALUES (1, '2030-02-03', 'new')");
        };
    assertThat(
            messages(
                db,
                withDefault,
                op ->
                    op.createPartition("orders", "orders_2026")
                        .forValues(from("2026-01-01").to("2027-01-01"))))
        .contains(
            "updated partition constraint for default partition \"orders_rest\" is implied by"
                + " existing constraints");
  }

  @Test
  void anIndexThatMissesAPartitionIsAnError(TestDatabase db) throws SQLException {
    assertThatThrownBy(
            () ->
                messages(
                    db,
                    op -> {
                      PartitionExamples.orders(op);
                      op.createPartition("orders", "orders_2026")
                          .forValues(from("2026-01-01").to("2027-01-01"));
                    },
                    op -> op.createIndex("ix", "orders", "placed").onPartitions("orders_2025")))
        .hasMessageContaining("index ix is not built on the partitions orders_2026");
  }

  static Stream<OperationExample> constraints() {
    return PartitionExamples.examples().stream()
        .filter(example -> example.name().matches("create(Unique|PrimaryKey|ForeignKey)"));
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void aConstraintIsBuiltOnEachPartitionAndNothingMoreOnTheWhole(
      OperationExample example, TestDatabase db) throws SQLException {
    assertThat(messages(db, example.setUp(), example.recorded()))
        .filteredOn(
            message -> message.matches("(building index|validating foreign key|rewriting) .*"))
        .hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void aConstraintThatMissesAPartitionIsAnError(OperationExample example, TestDatabase db)
      throws SQLException {
    Consumer<Operations> withMore =
        op -> {
          example.setUp().accept(op);
          op.createPartition("sales", "sales_rest").forValues(rest());
        };
    assertThatThrownBy(() -> messages(db, withMore, example.recorded()))
        .hasMessageContaining("is not on the partitions sales_rest");
  }

  private static List<String> messages(
      TestDatabase db, Consumer<Operations> setUp, Consumer<Operations> recorded)
      throws SQLException {
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, Rendering.recorded(setUp));
    }
    return Messages.of(db, recorded);
  }
}
