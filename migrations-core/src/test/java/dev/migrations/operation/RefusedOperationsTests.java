package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedOperationsTests {

  static Stream<Arguments> rewriting() {
    return Stream.of(
        Arguments.of(
            column("x", TEXT).generatedStored("lower(a)"),
            "PostgreSQL computes a stored generated column for all rows at once"),
        Arguments.of(column("x", TEXT).primaryKey(), "the column is NOT NULL and has no default"),
        Arguments.of(
            column("x", TEXT).notNull().defaultValue(null),
            "the column is NOT NULL and has no default"),
        Arguments.of(column("x", TEXT).notNull(), "the column is NOT NULL and has no default"));
  }

  @ParameterizedTest
  @MethodSource("rewriting")
  void aColumnThatWouldRewriteATableInUseIsRefusedWithTheRecipe(Column column, String reason) {
    assertThatThrownBy(() -> Rendering.inUse(18, op -> op.addColumn("app.orders", column)))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("Cannot add column x to app.orders: " + reason)
        .hasMessageContaining("blocking()");
  }

  @ParameterizedTest
  @MethodSource("rewriting")
  void itIsAddedToANewTableAndByTheBlockingForm(Column column, String reason) {
    assertThatCode(() -> Rendering.onNew(18, "t", op -> op.addColumn("t", column)))
        .doesNotThrowAnyException();
    assertThatCode(() -> Rendering.inUse(18, op -> op.addColumn("t", column).blocking()))
        .doesNotThrowAnyException();
  }

  @Test
  void partitionsGoWithNoOtherRoad() {
    assertThatThrownBy(
            () ->
                Rendering.inUse(
                    18, op -> op.createUnique("uq", "t", "a").usingIndex("ix").onPartitions("p")))
        .hasMessageContaining("createUnique(…) has both onPartitions(…) and usingIndex(…)");
    assertThatThrownBy(
            () ->
                Rendering.inUse(
                    18,
                    op ->
                        op.createForeignKey("fk", "t", "a")
                            .references("b")
                            .notValid()
                            .onPartitions("p")))
        .hasMessageContaining("createForeignKey(…) has both onPartitions(…) and notValid(…)");
  }

  @Test
  void whatCannotBeBuiltBesideItselfIsNotKept() {
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op -> op.changeColumnType("t", "a", BIGINT).keeping(Constraint.check("a > 0"))))
        .hasMessageContaining("cannot be kept while the type of a of t changes");
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op ->
                        op.changeColumnType("t", "a", BIGINT)
                            .keeping(CreateIndex.index("ix", "other", "a"))))
        .hasMessageContaining("Index ix is not an index of t alone");
  }

  @Test
  void theBatchesThatFillAColumnSayNothingOfWhatIsChanged() {
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op ->
                        op.addColumn("t", column("a", BIGINT).generatedAlwaysAsIdentity())
                            .batches(fill -> fill.where("id > 5"))))
        .hasMessageContaining("say what is changed, which the operation knows");
  }

  @Test
  void whatANewerServerCanDoIsRefusedOnAnOlderOne() {
    RefusedOperationsException refused =
        catchThrowableOfType(
            RefusedOperationsException.class,
            () ->
                Rendering.inUse(
                    14,
                    op -> {
                      op.createIndex("ix", "t", "a").unique().nullsNotDistinct();
                      op.createUnique("uq", "t", "a").nullsNotDistinct();
                      op.createTable("n", column("a", TEXT).generatedVirtual("lower('A')"));
                      op.addColumn("t", column("b", TEXT).generatedVirtual("lower('A')"));
                    }));
    assertThat(refused.refusals())
        .extracting(Refusal::operation, Refusal::reason)
        .containsExactly(
            tuple("create unique index ix on t", "NULLS NOT DISTINCT needs PostgreSQL 15", 14),
            tuple("create unique constraint uq on t", "NULLS NOT DISTINCT needs PostgreSQL 15", 14),
            tuple("create table n", "A virtual generated column needs PostgreSQL 18", 14),
            tuple("add column b to t", "A virtual generated column needs PostgreSQL 18", 14));
  }

  @Test
  void namesThatPostgresWouldCutAreRefusedTogetherWithTheOperation() {
    String tooLong = "x".repeat(64);
    assertThatThrownBy(
            () ->
                Rendering.inUse(
                    18,
                    op -> {
                      op.renameColumn("orders", "a", tooLong);
                      op.createCheck(tooLong, "orders", "a > 0");
                    }))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("Cannot rename column a of orders to xxx")
        .hasMessageContaining("Cannot create check xxx")
        .hasMessageContaining("has 64 bytes; PostgreSQL keeps 63.");
  }

  private static org.assertj.core.groups.Tuple tuple(String operation, String needs, int version) {
    return org.assertj.core.groups.Tuple.tuple(
        operation, needs + "; this server is " + version + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "now()",
        "NOW( )",
        "(now())",
        "CURRENT_TIMESTAMP",
        "current_timestamp(3)",
        "localtimestamp",
        "current_date",
        "CURRENT_USER",
        "session_user",
        "statement_timestamp()",
        "transaction_timestamp() - interval '1 day'",
        "now() AT TIME ZONE 'utc'",
        "'{}'::jsonb",
        "'a''b'::character varying(20)",
        "'2020-01-01'::timestamp with time zone",
        "ARRAY[]::text[]",
        "ARRAY['a', 'b']",
        "1 + 2.5",
        "-1",
        "true",
        "NULL"
      })
  void aDefaultThatIsKnownToBeStableIsFine(String expression) {
    assertThat(StableExpression.isStable(SqlValue.expression(expression))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gen_random_uuid()",
        "random()",
        "clock_timestamp()",
        "timeofday()",
        "nextval('s')",
        "nextval('s'::regclass)",
        "my_function()",
        "app.now()",
        "\"now\"()",
        "now(), random()",
        "coalesce(random(), 1)",
        "(SELECT 1)",
        "now() -- random()",
        "'a' || random()",
        "E'\\' || random() || '",
        "'unfinished",
        "$$x$$",
        "İ"
      })
  void anyOtherDefaultIsNot(String expression) {
    assertThat(StableExpression.isStable(SqlValue.expression(expression))).isFalse();
  }

  @Test
  void aConstantOrStableDefaultIsOneStatement() {
    assertThat(
            Rendering.inUse(
                14,
                op ->
                    op.addColumn(
                        "t", column("at", TIMESTAMPTZ).notNull().defaultExpression("now()"))))
        .containsExactly("ALTER TABLE t ADD COLUMN at timestamptz NOT NULL DEFAULT now()");
  }
}
