package dev.migrations.operation;

import static dev.migrations.operation.Constraint.exclude;
import static dev.migrations.operation.PartitionBounds.from;
import static dev.migrations.operation.PartitionBounds.in;
import static dev.migrations.operation.PartitionBounds.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The roads of operations on partitions and on how tables are stored, as text. */
class PartitionRoadTests {

  private static final PartitionBounds YEAR = from("2026-01-01").to("2027-01-01");

  @Test
  void aTableIsCheckedBeforeItIsAttached() {
    List<String> units =
        Rendering.inUse(14, op -> op.attachPartition("app.o", "Part").forValues(YEAR));
    assertThat(units).hasSize(5);
    assertThat(units.get(0))
        .startsWith("DO ")
        .contains("parent CONSTANT pg_catalog.regclass := 'app.o'")
        .contains(
            "ALTER TABLE \"Part\" ADD CONSTRAINT \"Part_bounds\" CHECK (%3$s IS NOT NULL AND (%3$s"
                + " OPERATOR(%4$s.>=) (''2026-01-01'')) AND (%3$s OPERATOR(%4$s.<)"
                + " (''2027-01-01''))) NOT VALID");
    assertThat(units.get(1)).isEqualTo("ALTER TABLE \"Part\" VALIDATE CONSTRAINT \"Part_bounds\"");
    assertThat(units.get(2)).contains("CHECK (NOT (");
    assertThat(units.get(3)).contains("VALIDATE CONSTRAINT");
    assertThat(units.get(4))
        .startsWith(
            "ALTER TABLE app.o ATTACH PARTITION \"Part\" FOR VALUES FROM ('2026-01-01') TO"
                + " ('2027-01-01') ; ALTER TABLE \"Part\" DROP CONSTRAINT \"Part_bounds\" ; DO ");
  }

  @Test
  void aPartitionIsDetachedConcurrentlyAndThenDropped() {
    assertThat(Rendering.inUse(14, op -> op.dropPartition("o", "p")))
        .containsExactly("outside: ALTER TABLE o DETACH PARTITION p CONCURRENTLY", "DROP TABLE p");
  }

  @Test
  void theBlockingFormsAreOneStatement() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createPartition("o", "p").forValues(in("a", null)).blocking();
                  op.attachPartition("o", "q").forValues(rest()).blocking();
                  op.detachPartition("o", "q").blocking();
                  op.dropPartition("o", "p").blocking();
                  op.reindexTable("o").blocking();
                }))
        .containsExactly(
            "CREATE TABLE p PARTITION OF o FOR VALUES IN ('a', NULL)"
                + " ; ALTER TABLE o ATTACH PARTITION q DEFAULT"
                + " ; ALTER TABLE o DETACH PARTITION q ; DROP TABLE p ; REINDEX TABLE o");
  }

  @Test
  void aNewTableTakesThePlainForms() {
    assertThat(
            Rendering.onNew(
                14,
                "o",
                op -> {
                  op.createPartition("o", "p").forValues(YEAR);
                  op.createIndex("ix", "p", "a");
                  op.setUnlogged("p");
                  op.detachPartition("o", "p");
                }))
        .containsExactly(
            "CREATE TABLE p PARTITION OF o FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"
                + " ; CREATE INDEX ix ON p (a) ; ALTER TABLE p SET UNLOGGED"
                + " ; ALTER TABLE o DETACH PARTITION p");
  }

  @Test
  void anIndexIsBuiltPartitionByPartition() {
    List<String> units =
        Rendering.inUse(
            14, op -> op.createIndex("ix", "app.o", "a").onPartitions("app.p", "app.q"));
    assertThat(units.subList(0, 3))
        .containsExactly(
            "CREATE INDEX ix ON ONLY app.o (a)",
            "outside: CREATE INDEX CONCURRENTLY p_ix_idx ON app.p (a)",
            "outside: CREATE INDEX CONCURRENTLY q_ix_idx ON app.q (a)");
    assertThat(units.get(3))
        .startsWith(
            "ALTER INDEX app.ix ATTACH PARTITION app.p_ix_idx"
                + " ; ALTER INDEX app.ix ATTACH PARTITION app.q_ix_idx ; DO ");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        given(op -> op.setLogged("t"), "setLogged(…).blocking()"),
        given(op -> op.setUnlogged("t"), "setUnlogged(…).blocking()"),
        given(op -> op.setTablespace("t", "s"), "setTablespace(…).blocking()"),
        given(op -> op.setIndexTablespace("t", "s"), "setIndexTablespace(…).blocking()"),
        given(op -> op.setExpression("t", "a", "1"), "setExpression(…).blocking()"),
        given(
            op -> op.createExclude("x", "t", exclude().with("a", "&&")),
            "createExclude(…).blocking()"),
        given(
            op -> op.createUnique("u", "t", "a", "b").withoutOverlaps(),
            "createUnique(…).blocking()"),
        given(
            op -> op.createPrimaryKey("u", "t", "a", "b").withoutOverlaps(),
            "createPrimaryKey(…).blocking()"),
        given(
            op -> op.attachPartition("o", "t").forValues(rest()), "attachPartition(…).blocking()"));
  }

  private static Arguments given(Consumer<Operations> author, String way) {
    return Arguments.of(author, way);
  }

  @ParameterizedTest
  @MethodSource
  void refused(Consumer<Operations> author, String way) {
    assertThatThrownBy(() -> Rendering.inUse(18, author))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("stop")
        .asInstanceOf(type(MigrationsException.class))
        .extracting(MigrationsException::action)
        .asString()
        .contains(way);
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        given(op -> op.createPartition("o", "p"), "has no bounds"),
        given(op -> op.attachPartition("o", "p"), "has no bounds"),
        given(op -> op.alterTable("t"), "No storage parameter"),
        given(op -> op.alterTable("t").set("a", 1).set("a", 2), "given twice"),
        given(op -> op.alterConstraint("t", "c"), "altered to nothing"),
        given(op -> Constraint.unique("a").withoutOverlapping(), "has one column"),
        given(op -> op.createTable("t").partitionBy(PartitionBy.range(new String[0])), "0 keys"),
        given(op -> op.createPartition("o", "p").forValues(from(1).to(1, 2)), "from 1 values to 2"),
        given(op -> op.createPartition("o", "p").forValues(PartitionBounds.hash(4, 4)), "No hash"));
  }

  @ParameterizedTest
  @MethodSource
  void incomplete(Consumer<Operations> author, String fault) {
    assertThatThrownBy(() -> Rendering.recorded(author))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining(fault);
  }

  static Stream<Arguments> withoutReverse() {
    return Stream.of(
        given(op -> op.detachPartition("o", "p"), "forValues(…)"),
        given(op -> op.dropPartition("o", "p"), "forValues(…)"),
        given(op -> op.alterTable("t").set("fillfactor", 70), "from(…)"),
        given(op -> op.setTablespace("t", "s"), "from(…)"),
        given(op -> op.clusterOn("t", "i"), "fromNone()"),
        given(op -> op.setReplicaIdentity("t", ReplicaIdentity.FULL), "from(…)"),
        given(op -> op.setStorage("t", "a", ColumnStorage.Mode.MAIN), "from(…)"),
        given(op -> op.setStatistics("t", "a", 5), "from(…)"),
        given(op -> op.setCompression("t", "a", "lz4"), "from(…)"),
        given(op -> op.dropIdentity("t", "a"), "definitionAlways(…)"),
        given(op -> op.setIdentity("t", "a"), "fromAlways(…)"),
        given(op -> op.dropExpression("t", "a"), "PostgreSQL makes no column generated"),
        given(op -> op.attachIndexPartition("i", "j"), "until it is dropped"),
        given(op -> op.alterConstraint("t", "c").deferrable(), "from(…)"));
  }

  @ParameterizedTest
  @MethodSource
  void withoutReverse(Consumer<Operations> author, String reason) {
    assertThat(Rendering.recorded(author).get(0).reversal())
        .asInstanceOf(type(Reversal.Impossible.class))
        .extracting(Reversal.Impossible::reason)
        .asString()
        .contains(reason);
  }
}
