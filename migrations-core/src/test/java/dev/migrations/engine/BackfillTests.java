package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Backfill;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are changed in batches. */
@PostgresTest
class BackfillTests {

  private static final int ROWS = 10_000;

  private static void table(TestDatabase db, String columns, String keys) {
    db.execute("CREATE TABLE t (" + columns + ", n int NOT NULL DEFAULT 0)");
    db.execute("INSERT INTO t SELECT " + keys + " FROM generate_series(1, " + ROWS + ") AS i");
    db.execute("ANALYZE t");
  }

  private static Consumer<Operations> countUp(int rows) {
    return op -> op.backfill("t").set("n", "n + 1").batchSize(rows).reversedByNothing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ; ",
      quoteCharacter = '`',
      value = {
        "id bigint PRIMARY KEY ; i",
        "id int PRIMARY KEY ; i * 7 - 30000",
        "id text PRIMARY KEY ; 'it''s \"' || md5(i::text) || chr(228)",
        "id text COLLATE \"C\" PRIMARY KEY ; CASE i % 2 WHEN 0 THEN 'A' ELSE 'a' END || i",
        "id uuid PRIMARY KEY ; md5(i::text)::uuid",
        "id numeric PRIMARY KEY ; i / 7.0",
        "id float8 PRIMARY KEY ; i / 7.0::float8",
        "id timestamptz PRIMARY KEY ; '2024-03-30 00:00:00.000001+00'::timestamptz + i * interval '13.000001 s'",
        "id date PRIMARY KEY ; date '2000-01-01' + i",
        "id bytea PRIMARY KEY ; sha256(i::text::bytea)",
        "id char(8) PRIMARY KEY ; i::text",
        "a int, b text, PRIMARY KEY (a, b) ; i % 10, 'b' || i",
        "b text, a int, PRIMARY KEY (a, b) ; 'b' || i, i % 10",
        "a date, \"B\"\"x\" uuid, c int, PRIMARY KEY (a, \"B\"\"x\", c) ; date '2000-01-01' + i % 3, md5((i % 50)::text)::uuid, i",
      })
  void eachRowIsChangedExactlyOnceWhateverItsKeyIs(String columns, String keys, TestDatabase db) {
    table(db, columns, keys);

    Backfills.on(db, countUp(333)).upgrade("head");

    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
    assertThat(db.value("SELECT count(*) FROM t")).isEqualTo("" + ROWS);
    assertThat(db.value("SELECT count(DISTINCT xmin::text) FROM t")).isEqualTo("31");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("b1");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 6, 1000})
  void theEndIsMetWhateverTheSizeOfABatch(int rows, TestDatabase db) {
    db.execute("CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0)");
    db.execute("INSERT INTO t SELECT generate_series(1, 5)");

    Backfills.on(db, countUp(rows)).upgrade("head");

    assertThat(db.column("SELECT n FROM t")).containsExactly("1", "1", "1", "1", "1");
  }

  @Test
  void anEmptyTableIsDoneAtOnce(TestDatabase db) {
    db.execute("CREATE TABLE t (id int PRIMARY KEY, n int)");

    assertThat(Backfills.on(db, countUp(10)).upgrade("head").rowsAfter()).containsExactly("b1");
  }

  @Test
  void onlyRowsThatMatchAreChanged(TestDatabase db) {
    table(db, "id int PRIMARY KEY", "i");

    Backfills.on(
            db,
            op ->
                op.backfill("t")
                    .set("n", "1 -- one\n")
                    .where("id % 2 = 0 OR id % 3 = 0 -- some")
                    .batchSize(100)
                    .reversedByNothing())
        .upgrade("head");

    assertThat(db.value("SELECT bool_and((n = 1) = (id % 2 = 0 OR id % 3 = 0)) FROM t"))
        .isEqualTo("t");
  }

  @Test
  void rowsAreDeleted(TestDatabase db) {
    table(db, "id int PRIMARY KEY", "i");

    Backfills.on(
            db, op -> op.backfill("t").delete().where("id > 10").batchSize(700).reversedByNothing())
        .upgrade("head");

    assertThat(db.value("SELECT count(*) FROM t")).isEqualTo("10");
  }

  @Test
  void rowsAreInsertedIntoAnotherTable(TestDatabase db) {
    table(db, "id int PRIMARY KEY", "i");
    db.execute("CREATE TABLE archive (key int PRIMARY KEY, text text)");
    db.execute("INSERT INTO archive VALUES (7, 'mine')");

    Backfills.on(
            db,
            op ->
                op.backfill("t")
                    .insertInto("archive")
                    .set("key", "id")
                    .set("text", "'row ' || id")
                    .where("id <= 5000")
                    .onConflictDoNothing()
                    .batchSize(999)
                    .reversedBy(Backfill.of("archive").delete()))
        .upgrade("head");

    assertThat(db.value("SELECT count(*) FROM archive WHERE text = 'row ' || key"))
        .isEqualTo("4999");
    assertThat(db.value("SELECT text FROM archive WHERE key = 7")).isEqualTo("mine");
  }

  @Test
  void theReverseRunsInBatchesToo(TestDatabase db) {
    table(db, "id int PRIMARY KEY", "i");
    Migrations migrations =
        Backfills.on(
            db,
            op ->
                op.backfill("t")
                    .set("n", "n + 5")
                    .batchSize(4_000)
                    .reversedBy(Backfill.of("t").set("n", "n - 5").batchSize(3_000)));
    migrations.upgrade("head");

    migrations.downgrade("base");

    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("0");
    assertThat(db.value("SELECT count(DISTINCT xmin::text) FROM t")).isEqualTo("4");
  }

  @Test
  void aPartitionedTableIsWalkedThroughAsOne(TestDatabase db) {
    db.execute("CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 0) PARTITION BY RANGE (id)");
    db.execute("CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (150)");
    db.execute("CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (150) TO (1000)");
    db.execute("INSERT INTO t SELECT generate_series(1, 500)");

    Backfills.on(db, countUp(100)).upgrade("head");

    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @Test
  void anotherUniqueIndexMayBeFollowed(TestDatabase db) {
    table(db, "code text NOT NULL UNIQUE", "'c' || i");

    Backfills.on(
            db,
            op -> op.backfill("t").set("n", "n + 1").key("code").batchSize(500).reversedByNothing())
        .upgrade("head");

    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id int | | with a primary key",
        "id int[] PRIMARY KEY | | with a primary key",
        "id int UNIQUE | id | no unique index on (id)",
        "id int NOT NULL | id | no unique index on (id)",
        "id int PRIMARY KEY, b int NOT NULL, UNIQUE (b, id) | id,b | no unique index on (id, b)",
        "m int, n2 int GENERATED ALWAYS AS (m) STORED, PRIMARY KEY (m) | n2 | no unique index on (n2)",
      })
  void aKeyThatWouldMissRowsIsRefused(String columns, String key, String said, TestDatabase db) {
    db.execute("CREATE TABLE t (" + columns + ", n int)");

    MigrationsException failure =
        catchThrowableOfType(
            MigrationsException.class,
            () ->
                Backfills.on(
                        db,
                        op -> {
                          Backfill.Builder backfill =
                              op.backfill("t").set("n", "1").reversedByNothing();
                          if (key != null) {
                            backfill.key(key.split(","));
                          }
                        })
                    .upgrade("head"));

    assertThat(failure.description()).contains(said);
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @Test
  void thePrimaryKeyIsNotSetWhileItIsFollowed(TestDatabase db) {
    db.execute("CREATE TABLE t (id int PRIMARY KEY)");

    MigrationsException failure =
        catchThrowableOfType(
            MigrationsException.class,
            () ->
                Backfills.on(db, op -> op.backfill("t").set("id", "id + 100").reversedByNothing())
                    .upgrade("head"));

    assertThat(failure.description()).contains("sets id, a column of the key");
  }

  @Test
  void aHostileNameIsOnlyAName(TestDatabase db) {
    db.execute("CREATE SCHEMA \"my schema\"");
    db.execute(
        "CREATE TABLE \"my schema\".\"drop \"\"table;\" (\"a'b\" int PRIMARY KEY, \"?\" int)");
    db.execute("INSERT INTO \"my schema\".\"drop \"\"table;\" SELECT generate_series(1, 30)");

    Backfills.on(
            db,
            op ->
                op.backfill("my schema.\"drop \"\"table;\"")
                    .set("?", "\"a'b\"")
                    .where("jsonb_build_object('k', 1) ? 'k'")
                    .batchSize(7)
                    .reversedByNothing())
        .upgrade("head");

    assertThat(db.value("SELECT sum(\"?\") FROM \"my schema\".\"drop \"\"table;\""))
        .isEqualTo("465");
  }

  @Test
  void noScriptCanHoldItAndTheErrorNamesIt() {
    NotScriptableException failure =
        catchThrowableOfType(
            NotScriptableException.class,
            () ->
                new OfflineScript(Backfills.scripts(countUp(1)), SqlRevisions.settings(), 18)
                    .upgrade("head"));

    assertThat(failure.revisions()).containsExactly("b1");
    assertThat(failure.description()).contains("update t in batches");
  }
}
