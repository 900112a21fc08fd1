package dev.migrations.operation;

import static dev.migrations.operation.BulkInsert.insertInto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written for rows that are updated, deleted or inserted again, and what is refused. */
@PostgresTest
class RowTests {

  @Test
  void anUpdateFindsItsRowsByValuesAndByAnExpression() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.updateRows("app.Country")
                      .set("name", "it's")
                      .set("since", null)
                      .setExpression("note", "upper(note)")
                      .where("code", "DE")
                      .where("The End", null)
                      .whereExpression("a OR b");
                  op.updateRows("t").set("a", 1).everyRow();
                }))
        .containsExactly(
            "UPDATE app.\"Country\" SET name = 'it''s', since = NULL, note = (upper(note))"
                + " WHERE code = 'DE' AND \"The End\" IS NULL AND (a OR b)"
                + " ; UPDATE t SET a = 1");
  }

  @Test
  void anUpdateIsUndoneWhereAllValuesBeforeAreKnown() {
    assertThat(
            Rendering.recorded(op -> op.updateRows("t").set("a", 1).where("b", 2).from("a", 0))
                .get(0)
                .reversal())
        .isEqualTo(
            Reversal.by(
                UpdateRows.builder(QualifiedName.parse("t"))
                    .set("a", 0)
                    .where("b", 2)
                    .from("a", 1)
                    .build()));
    assertThat(
            Rendering.recorded(
                op -> {
                  op.updateRows("t").set("a", 1).set("b", 1).where("c", 2).from("a", 0);
                  op.updateRows("t").set("a", 1).where("a", 0).from("a", 0);
                }))
        .extracting(Operation::reversal)
        .containsExactly(
            Reversal.impossible("the values before are not known; give them with from(…)"),
            Reversal.impossible(
                "the rows cannot be found again, since a column of their condition is set"));
  }

  @Test
  void anUpdateSaysItsRowsAndWhatItSets() {
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op -> {
                      op.updateRows("a").set("x", 1);
                      op.updateRows("b").set("x", 1).where("y", 1).everyRow();
                      op.updateRows("c").everyRow();
                    }))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("update of a says nothing of its rows")
        .hasMessageContaining("update of b says every row and which ones")
        .hasMessageContaining("update of c sets no column");
  }

  @Test
  void rowsAreDeletedByTheirKey() {
    assertThat(
            Rendering.inUse(
                14, op -> op.deleteRows("t").key("code", "A").row("DE", 1).row("FR", 2)))
        .containsExactly("DELETE FROM t WHERE (code, \"A\") IN (('DE', 1), ('FR', 2))");
    assertThat(Rendering.recorded(op -> op.deleteRows("t").key("a").row(1)).get(0).reversal())
        .isInstanceOf(Reversal.Impossible.class);
    assertThatThrownBy(() -> Rendering.recorded(op -> op.deleteRows("t").key("a", "b").row(1)))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("A row of t cannot be found by its key (a, b)");
  }

  @Test
  void aCollisionIsLeftOutOrUpdated() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.bulkInsert("t").columns("a", "The B").row(1, 2).onConflictDoNothing();
                  op.bulkInsert("t")
                      .columns("a", "The B", "c")
                      .row(1, 2, 3)
                      .onConflict("a")
                      .doUpdate();
                  op.bulkInsert("t").columns("a", "b").row(1, 2).onConflict("a").doUpdate("b");
                }))
        .containsExactly(
            String.join(
                " ; ",
                "INSERT INTO t (a, \"The B\") VALUES\n  (1, 2)\nON CONFLICT DO NOTHING",
                "INSERT INTO t (a, \"The B\", c) VALUES\n  (1, 2, 3)\n"
                    + "ON CONFLICT (a) DO UPDATE SET \"The B\" = excluded.\"The B\","
                    + " c = excluded.c",
                "INSERT INTO t (a, b) VALUES\n  (1, 2)\n"
                    + "ON CONFLICT (a) DO UPDATE SET b = excluded.b"));
  }

  @Test
  void whatACollisionIsAndWhatBecomesOfItIsSaid() {
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op -> {
                      op.bulkInsert("t").columns("a").row(1).onConflict("a");
                      op.bulkInsert("u").columns("a").row(1).doUpdate("a");
                      op.bulkInsert("v").columns("a").row(1).onConflict().doUpdate("a");
                    }))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("insert into t does not say")
        .hasMessageContaining("insert into u does not say")
        .hasMessageContaining("insert into v does not say");
  }

  @Test
  void anInsertThatMayUpdateIsNotUndone() {
    assertThat(
            Rendering.recorded(
                op -> {
                  op.bulkInsert("t").columns("a").row(1).key("a").onConflictDoNothing();
                  op.bulkInsert("t").columns("a").row(1).key("a").onConflict("a").doUpdate("a");
                }))
        .extracting(Operation::reversal)
        .allSatisfy(reversal -> assertThat(reversal).isInstanceOf(Reversal.Impossible.class));
  }

  @Test
  void collisionsAreNoErrorOnTheServer(TestDatabase db) throws SQLException {
    db.execute("CREATE TABLE t (a int PRIMARY KEY, b text); INSERT INTO t VALUES (1, 'old')");
    Operations op = new Operations();
    op.bulkInsert("t").columns("a", "b").row(1, "new").row(2, "two").onConflictDoNothing();
    op.bulkInsert("t").columns("a", "b").row(2, "second").onConflict("a").doUpdate();
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, op.recorded());
    }
    assertThat(db.column("SELECT b FROM t ORDER BY a")).containsExactly("old", "second");
  }

  @Test
  void theReverseOfAReverseIsTheOperation() {
    for (Operation operation :
        Rendering.recorded(
            op -> {
              op.bulkInsert("t").columns("a", "b").row(1, 2).key("a");
              op.updateRows("t").set("a", 1).everyRow().from("a", 0);
              op.deleteRows("t")
                  .key("a")
                  .row(1)
                  .definition(insertInto("t").columns("a", "b").row(1, 2).key("a"));
              op.copyFrom("classpath:x.csv", "t", "a").key("a");
            })) {
      Operation reverse = ((Reversal.By) operation.reversal()).operations().get(0);
      assertThat(UnitRunner.reversed(List.of(reverse))).containsExactly(operation);
    }
  }
}
