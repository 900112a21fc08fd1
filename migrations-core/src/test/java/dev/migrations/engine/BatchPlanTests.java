package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Backfill;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch reads its own rows, and not the table. */
@PostgresTest
class BatchPlanTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id int PRIMARY KEY | i | {\"id\": 5000}",
        "a int, b text, PRIMARY KEY (a, b) | i % 10, 'b' & i | {\"a\": 5, \"b\": \"b7\"}",
      })
  void neitherTheFirstNorALaterBatchScansTheTable(
      String columns, String keys, String position, TestDatabase db) throws SQLException {
    db.execute("CREATE TABLE t (" + columns + ", n int NOT NULL DEFAULT 0)");
    db.execute(
        "INSERT INTO t SELECT %s FROM generate_series(1, 100000) AS i"
            .formatted(keys.replace("&", "||")));
    db.execute("ANALYZE t");
    try (Connection connection = db.connect()) {
      TableCreation.create(connection, "public");
    }

    for (String start : new @Nullable String[] {null, position}) {
      List<String> plan = db.column("EXPLAIN " + batch(db, start));

      assertThat(plan).noneMatch(line -> line.contains("Seq Scan on t "));
      assertThat(plan).anyMatch(line -> line.contains("Update on t"));
    }
  }

  private static String batch(TestDatabase db, @Nullable String position) throws SQLException {
    Backfill backfill = Backfill.of("t").set("n", "n + 1").build();
    RevisionScripts scripts = Backfills.scripts(op -> op.invoke(backfill));
    Step step =
        Step.of(
            scripts.graph().upgrade(List.of(), "head").steps().get(0),
            List.of(),
            scripts.script("b1"));
    try (Connection connection = db.connect()) {
      BatchKey key = BatchKey.find(connection, backfill.change());
      Journal journal = new Journal(new Tables("public"));
      return new BatchStatement(backfill.change(), key, journal, step, 0).sql(position, 1_000);
    }
  }
}
