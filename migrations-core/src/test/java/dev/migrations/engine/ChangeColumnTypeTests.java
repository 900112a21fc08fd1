package dev.migrations.engine;

import static dev.migrations.operation.Constraint.foreignKey;
import static dev.migrations.operation.Constraint.primaryKey;
import static dev.migrations.operation.CreateIndex.index;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.NUMERIC;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.TIMESTAMP;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static dev.migrations.operation.DataType.varchar;
import static dev.migrations.operation.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column of a table in use gets another type. */
@PostgresTest
class ChangeColumnTypeTests {

  private static final int ROWS = 20_000;

  private static final Consumer<Operations> WIDEN_N =
      op ->
          op.changeColumnType("orders", "n", NUMERIC)
              .from(INTEGER)
              .keeping(index("ix", "orders", "n"));

  @BeforeEach
  void tables(TestDatabase db) {
    db.execute(
        """
        CREATE TABLE orders (
          id serial PRIMARY KEY, n integer NOT NULL DEFAULT 7, should_be integer NOT NULL DEFAULT 7);
        CREATE TABLE items (order_id integer NOT NULL CONSTRAINT fk REFERENCES orders ON DELETE CASCADE);
        CREATE INDEX ix ON orders (n);
        """);
    db.execute(
        "INSERT INTO orders (n, should_be) SELECT i, i FROM generate_series(1, " + ROWS + ") i");
    db.execute("INSERT INTO items SELECT id FROM orders");
    db.execute("ANALYZE");
  }

  private static Consumer<Operations> widened() {
    return op -> {
      op.changeColumnType("orders", "id", BIGINT)
          .from(INTEGER)
          .keeping(primaryKey("id").named("orders_pkey"))
          .keeping(
              "items", foreignKey("order_id").references("orders").onDelete(CASCADE).named("fk"))
          .batches(fill -> fill.batchSize(700));
      op.changeColumnType("orders", "n", NUMERIC)
          .from(INTEGER)
          .keeping(index("ix", "orders", "n"))
          .batches(fill -> fill.batchSize(700));
    };
  }

  @Test
  void rowsThatAreWrittenMeanwhileHaveTheirValuesUpAndDown(TestDatabase db) throws Exception {
    Migrations migrations = Backfills.on(db, widened());
    List<String> before = Catalog.of(db);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> writes = CompletableFuture.supplyAsync(() -> write(db, over));
    try {
      migrations.upgrade("head");
      assertThat(types(db)).containsExactly("id bigint", "n numeric", "should_be integer");
      migrations.downgrade("base");
    } finally {
      over.set(true);
    }

    assertThat(writes.get()).isGreaterThan(50);
    assertThat(db.value("SELECT count(*) FROM orders WHERE n IS DISTINCT FROM should_be"))
        .isEqualTo("0");
    assertThat(db.value("SELECT count(*) FROM orders WHERE n < 0")).isNotEqualTo("0");
    assertThat(db.value("SELECT max(id) FROM orders").length()).isEqualTo(5);
    assertThat(Catalog.of(db).stream().filter(line -> !line.contains("migrations_")).toList())
        .isEqualTo(before);
    assertThat(db.column("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"))
        .isEmpty();
  }

  private static List<String> types(TestDatabase db) {
    return db.column(
        "SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute"
            + " WHERE attrelid = 'orders'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1");
  }

  /** Another session, which knows nothing of it. */
  private static int write(TestDatabase db, AtomicBoolean over) {
    int writes = 0;
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      while (!over.get()) {
        int id = ThreadLocalRandom.current().nextInt(1, ROWS);
        statement.execute("INSERT INTO orders DEFAULT VALUES");
        statement.execute("INSERT INTO orders (n, should_be) VALUES (" + -id + ", " + -id + ")");
        statement.execute(
            "UPDATE orders SET n = n - 100000, should_be = should_be - 100000 WHERE id = " + id);
        statement.execute("DELETE FROM orders WHERE id = " + (id + 1));
        writes++;
      }
      return writes;
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }

  @Test
  void aRunThatIsKilledInAnyUnitIsGoneOnWith(TestDatabase db) {
    assertThat(Kills.inEveryUnit(db, Backfills.on(db, widened()))).isGreaterThan(10);

    assertThat(types(db)).containsExactly("id bigint", "n numeric", "should_be integer");
    assertThat(db.value("SELECT count(*) FROM orders WHERE n = should_be")).isEqualTo("" + ROWS);
  }

  @Test
  void anOwnedSequenceGoesOnWithTheNewType(TestDatabase db) {
    Backfills.on(db, widened()).upgrade("head");

    assertThat(db.value("INSERT INTO orders DEFAULT VALUES RETURNING id"))
        .isEqualTo("" + (ROWS + 1));
    assertThat(db.value("SELECT pg_get_serial_sequence('orders', 'id')"))
        .isEqualTo("public.orders_id_seq");
    assertThat(db.value("SELECT data_type FROM pg_sequences WHERE sequencename = 'orders_id_seq'"))
        .isEqualTo("bigint");
  }

  @Test
  void anIdentityGoesOnBehindItsLastValue(TestDatabase db) {
    db.execute("CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY (START 5) PRIMARY KEY)");
    db.execute("INSERT INTO t SELECT FROM generate_series(1, 10)");
    Migrations migrations =
        Backfills.on(
            db,
            op ->
                op.changeColumnType("t", "id", BIGINT)
                    .from(INTEGER)
                    .keeping(primaryKey("id").named("t_pkey")));

    migrations.upgrade("head");

    assertThat(db.value("INSERT INTO t DEFAULT VALUES RETURNING id")).isEqualTo("15");
    assertThat(db.value("SELECT max_value FROM pg_sequences WHERE sequencename = 't_id_seq'"))
        .isEqualTo("9223372036854775807");
    migrations.downgrade("base");
    assertThat(db.value("INSERT INTO t DEFAULT VALUES RETURNING id")).isEqualTo("16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CREATE VIEW v AS SELECT n FROM orders; rule _RETURN on view v",
        "ALTER TABLE orders ADD CONSTRAINT ck CHECK (n > 0); constraint ck on table orders",
        "CREATE INDEX ix2 ON orders (id) WHERE n > 5; index ix2",
        "CREATE STATISTICS st ON id, n FROM orders; statistics object st",
        "CREATE UNIQUE INDEX u ON orders (n, id); index u",
        "ALTER TABLE orders ADD UNIQUE (n, id); constraint orders_n_id_key on table orders",
        "ALTER TABLE orders ADD g int GENERATED ALWAYS AS (n + 1) STORED; column g of table orders",
        "CREATE POLICY p ON orders USING (n > 5); policy p on table orders",
        "DROP INDEX ix; not all that keeping(…) names is there: INDEX ix",
        "CLUSTER orders USING ix; clustered",
        "CREATE TABLE child () INHERITS (orders); inherited"
      })
  void whatHangsOnTheColumnIsNamedBeforeAnythingIsDone(
      String statement, String named, TestDatabase db) {
    db.execute(statement);

    assertThatThrownBy(() -> Backfills.on(db, WIDEN_N).upgrade("head"))
        .isInstanceOfSatisfying(
            RevisionFailedException.class,
            failure -> assertThat(failure.description()).contains(named));

    assertThat(types(db)).contains("n integer").noneMatch(type -> type.startsWith("n_"));
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @Test
  void somethingThatIsKeptOtherwiseThanItIsLosesNothing(TestDatabase db) {
    db.execute("DROP INDEX ix; CREATE INDEX ix ON orders (n DESC)");

    assertThatThrownBy(() -> Backfills.on(db, WIDEN_N).upgrade("head"))
        .hasMessageContaining("what is kept would not be what it was");

    assertThat(types(db)).contains("n integer");
    assertThat(db.value("SELECT pg_get_indexdef('ix'::regclass)")).contains("(n DESC)");
  }

  @Test
  void aConversionThatDependsOnTheSessionIsRefused(TestDatabase db) {
    db.execute("CREATE TABLE t (id int PRIMARY KEY, at timestamptz)");

    assertThatThrownBy(
            () ->
                Backfills.on(db, op -> op.changeColumnType("t", "at", TIMESTAMP).from(TIMESTAMPTZ))
                    .upgrade("head"))
        .hasMessageContaining("depends on more than the row");
  }

  @Test
  void aValueThatDoesNotFitStopsBeforeTheOldColumnIsGone(TestDatabase db) {
    db.execute("CREATE TABLE t (id int PRIMARY KEY, c text NOT NULL)");
    db.execute("INSERT INTO t VALUES (1, 'short'), (2, 'much too long')");
    Migrations migrations =
        Backfills.on(db, op -> op.changeColumnType("t", "c", varchar(5)).from(TEXT));

    assertThatThrownBy(() -> migrations.upgrade("head"))
        .hasMessageContaining("value too long for type character varying(5)");
    db.execute("UPDATE t SET c = 'fits' WHERE id = 2");
    migrations.upgrade("head");

    assertThat(db.column("SELECT c FROM t ORDER BY id")).containsExactly("short", "fits");
  }

  @Test
  void triggersOfTheApplicationRunBefore(TestDatabase db) {
    db.execute(
        """
        CREATE FUNCTION twice() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN NEW.n := NEW.n * 2; RETURN NEW; END';
        CREATE TRIGGER zzz BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION twice();
        CREATE FUNCTION insert_one() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN INSERT INTO orders (n) VALUES (21); RETURN NEW; END';
        CREATE TRIGGER on_fill AFTER UPDATE ON orders FOR EACH ROW WHEN (NEW.id = 5)
          EXECUTE FUNCTION insert_one();
        """);

    Backfills.on(db, WIDEN_N).upgrade("head");

    assertThat(db.value("SELECT count(*) FROM orders WHERE n = 42 AND id > " + ROWS))
        .isEqualTo("1");
  }

  @Test
  void anExpressionMayUseOtherColumnsAndAnySearchPath(TestDatabase db) {
    db.execute(
        "CREATE FUNCTION plus(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2'");
    Backfills.on(
            db,
            op ->
                op.changeColumnType("orders", "n", TEXT)
                    .using("'x' || plus(orders.n, should_be)")
                    .from(INTEGER, "should_be")
                    .keeping(index("ix", "orders", "n")))
        .upgrade("head");

    assertThat(db.value("SELECT count(*) FROM orders WHERE n = 'x' || 2 * should_be"))
        .isEqualTo("" + ROWS);
  }
}
