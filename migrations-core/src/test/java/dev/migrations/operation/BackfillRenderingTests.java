package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackfillRenderingTests {

  @Test
  void isAUnitOfItsOwn() {
    assertThat(
            Rendering.inUse(
                18,
                op -> {
                  op.dropNotNull("orders", "a");
                  op.backfill("app.orders").set("a", "b").set("C", "1").where("a IS NULL");
                  op.backfill("orders").delete();
                  op.backfill("orders").insertInto("old").set("x", "a + b").onConflictDoNothing();
                  op.dropNotNull("orders", "b");
                }))
        .containsExactly(
            "ALTER TABLE orders ALTER COLUMN a DROP NOT NULL",
            "batches: UPDATE app.orders SET a = (b\n), \"C\" = (1\n) WHERE (a IS NULL\n)",
            "batches: DELETE FROM orders",
            "batches: INSERT INTO old (x) SELECT (a + b\n) FROM orders ON CONFLICT DO NOTHING",
            "ALTER TABLE orders ALTER COLUMN b DROP NOT NULL");
  }

  @Test
  void isAPlainStatementOnATableThatTheRevisionCreated() {
    assertThat(Rendering.onNew(18, "orders", op -> op.backfill("orders").set("a", "b")))
        .containsExactly("UPDATE orders SET a = (b\n)");
  }

  @Test
  void adaptsToAFifthOfASecondUnlessTheAuthorSaysOtherwise() {
    assertThat(pace(op -> op.backfill("t").delete()))
        .isEqualTo(new BatchPace(1_000, Duration.ofMillis(200), Duration.ZERO, null, null));
    assertThat(pace(op -> op.backfill("t").delete().batchSize(50)))
        .isEqualTo(new BatchPace(50, null, Duration.ZERO, null, null));
    assertThat(
            pace(op -> op.backfill("t").delete().batchSize(50).targetTime(Duration.ofSeconds(1))))
        .isEqualTo(new BatchPace(50, Duration.ofSeconds(1), Duration.ZERO, null, null));
  }

  private static BatchPace pace(Consumer<Operations> author) {
    return ((Backfill) Rendering.recorded(author).get(0)).pace();
  }

  @Test
  void hasAReverseOnlyWhenItIsGiven() {
    assertThat(Backfill.of("t").delete().build().reversal())
        .isInstanceOfSatisfying(
            Reversal.Impossible.class,
            impossible -> assertThat(impossible.reason()).contains("reversedBy(…)"));
    assertThat(Backfill.of("t").delete().reversedByNothing().build().reversal())
        .isEqualTo(new Reversal.By(List.of()));
    Backfill.Builder undo = Backfill.of("t").set("a", "NULL");
    assertThat(Backfill.of("t").set("a", "1").reversedBy(undo).build().reversal())
        .isEqualTo(Reversal.by(undo.build()));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(Backfill.of("t"), "sets no column"),
        Arguments.of(Backfill.of("t").insertInto("o"), "sets no column"),
        Arguments.of(Backfill.of("t").set("a", "1").delete(), "rows that it deletes"),
        Arguments.of(Backfill.of("t").set("a", "1").insertInto("t"), "the table that it reads"),
        Arguments.of(Backfill.of("t").delete().onConflictDoNothing(), "could conflict"),
        Arguments.of(Backfill.of("t").set("a", "1").key("b", "a"), "a column of the key"),
        Arguments.of(
            Backfill.of("t").set("a", "1); DROP TABLE x; SELECT (1"), "more than one statement"),
        Arguments.of(Backfill.of("t").set("a", "'"), "cannot be read"),
        Arguments.of(Backfill.of("t").delete().batchSize(0), "cannot have 0 rows"),
        Arguments.of(Backfill.of("t").delete().batchSize(100_001), "cannot have 100001 rows"),
        Arguments.of(Backfill.of("t").delete().targetTime(Duration.ZERO), "target time"),
        Arguments.of(Backfill.of("t").delete().maxReplicaLag(Duration.ZERO), "lag of replicas"),
        Arguments.of(Backfill.of("t").delete().maxTransactionAge(Duration.ZERO), "age"),
        Arguments.of(Backfill.of("t").delete().pause(Duration.ofMillis(-1)), "pause"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatCannotWorkIsRefused(Backfill.Builder backfill, String said) {
    MigrationsException failure = catchThrowableOfType(MigrationsException.class, backfill::build);

    assertThat(failure.description()).contains(said);
    assertThat(failure.action()).isNotEmpty();
  }
}
