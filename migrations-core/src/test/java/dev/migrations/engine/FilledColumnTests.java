package dev.migrations.engine;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.BIGSERIAL;
import static dev.migrations.operation.DataType.UUID;
import static dev.migrations.operation.SequenceOption.incrementBy;
import static dev.migrations.operation.SequenceOption.startWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns that PostgreSQL would rewrite a table for are added to one in use. */
@PostgresTest
class FilledColumnTests {

  private static final int ROWS = 10_000;

  private static final Consumer<Operations> ADDED =
      op -> {
        op.addColumn(
                "t",
                column("token", UUID).notNull().defaultExpression("gen_random_uuid()").unique())
            .batches(fill -> fill.batchSize(700));
        op.addColumn("t", column("number", BIGINT).generatedAlwaysAsIdentity(startWith(5)).unique())
            .batches(fill -> fill.batchSize(700));
        op.addColumn("t", column("serial", BIGSERIAL).unique());
      };

  @BeforeEach
  void table(TestDatabase db) {
    db.execute("CREATE TABLE t (id bigserial PRIMARY KEY, n int)");
    db.execute("INSERT INTO t SELECT FROM generate_series(1, " + ROWS + ")");
  }

  @Test
  void everyRowHasAValueOfItsOwnAlsoThoseThatAreWrittenMeanwhile(TestDatabase db) throws Exception {
    String file = db.value("SELECT pg_relation_filenode('t')");
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> writes = CompletableFuture.supplyAsync(() -> write(db, over));
    try {
      Backfills.on(db, ADDED).upgrade("head");
    } finally {
      over.set(true);
    }

    assertThat(writes.get()).isGreaterThan(20);
    assertThat(
            db.value(
                "SELECT count(*) FILTER (WHERE token IS NULL OR number IS NULL OR serial IS NULL)"
                    + " FROM t"))
        .isEqualTo("0");
    assertThat(db.value("SELECT count(*) > " + ROWS + " FROM t")).isEqualTo("t");
    assertThat(db.value("SELECT min(number) FROM t")).isEqualTo("5");
    assertThat(db.value("SELECT pg_relation_filenode('t')")).isEqualTo(file);
    String next = db.value("SELECT max(number) + 1 FROM t");
    assertThat(db.value("INSERT INTO t DEFAULT VALUES RETURNING number")).isEqualTo(next);
    assertThat(
            db.column(
                "SELECT attnotnull || attidentity::text FROM pg_attribute WHERE attrelid = 't'::regclass"
                    + " AND attname IN ('token', 'number', 'serial') ORDER BY 1"))
        .containsExactly("true", "true", "truea");
  }

  private static int write(TestDatabase db, AtomicBoolean over) {
    int writes = 0;
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      for (; !over.get(); writes++) {
        statement.execute("INSERT INTO t DEFAULT VALUES");
        statement.execute("UPDATE t SET n = 1 WHERE id = " + (writes + 1));
      }
      return writes;
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }

  @Test
  void aRunThatIsKilledInAnyUnitIsGoneOnWith(TestDatabase db) {
    assertThat(Kills.inEveryUnit(db, Backfills.on(db, ADDED))).isGreaterThan(10);

    assertThat(
            db.value(
                "SELECT count(DISTINCT token) || ' ' || count(DISTINCT number) || ' '"
                    + " || count(DISTINCT serial) FROM t"))
        .isEqualTo("10000 10000 10000");
    assertThat(db.column("SELECT sequencename FROM pg_sequences WHERE sequencename LIKE 't%'"))
        .containsExactlyInAnyOrder("t_id_seq", "t_number_seq", "t_serial_seq");
  }

  @Test
  void theIdentityGoesOnByItsOwnStep(TestDatabase db) {
    Backfills.on(
            db,
            op ->
                op.addColumn(
                    "t", column("x", BIGINT).generatedByDefaultAsIdentity(incrementBy(-3))))
        .upgrade("head");

    assertThat(db.value("SELECT min(x) FROM t")).isEqualTo("" + (-1 - 3 * (ROWS - 1)));
    assertThat(db.value("INSERT INTO t DEFAULT VALUES RETURNING x"))
        .isEqualTo("" + (-1 - 3 * ROWS));
  }

  @Test
  void aTableWithoutAKeyFailsBeforeAnythingIsDone(TestDatabase db) {
    db.execute("ALTER TABLE t DROP CONSTRAINT t_pkey");
    Consumer<Operations> keyed =
        op ->
            op.addColumn("t", column("x", UUID).defaultExpression("gen_random_uuid()"))
                .batches(fill -> fill.key("n", "id"));

    assertThatThrownBy(() -> Backfills.on(db, ADDED).upgrade("head"))
        .hasMessageContaining("table t has no primary key along which its rows could be filled");
    assertThatThrownBy(() -> Backfills.on(db, keyed).upgrade("head"))
        .hasMessageContaining("table t has no unique index on the columns {n,id}");
    assertThat(
            db.value(
                "SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0"))
        .isEqualTo("2");

    db.execute("UPDATE t SET n = 0; ALTER TABLE t ALTER n SET NOT NULL");
    db.execute("CREATE UNIQUE INDEX ON t (n, id)");
    Backfills.on(db, keyed).upgrade("head");
    assertThat(db.value("SELECT count(DISTINCT x) FROM t")).isEqualTo("" + ROWS);
  }
}
