package dev.migrations.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.engine.RunReport;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Catalog;
import dev.migrations.operation.RoutineCatalog;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many revisions, applied and taken back, and once more, in one process. */
@PostgresTest
class SoakTests {

  private static final int REVISIONS = Integer.getInteger("soak.revisions", 150);

  private static final int INTERVAL = Math.min(500, REVISIONS / 2);

  private static final int ROUNDS = 2;

  /**
   * In bytes. A step leaves its report: a record, a duration and a place in a list, 60 bytes. Its
   * units would be 300 more, on average and without the one long text of each {@link Cycle}.
   */
  private static final long LEFT_BY_A_STEP = 120;

  /** In bytes. What the JVM takes for itself meanwhile, of classes and the like. */
  private static final long NOISE = 400_000;

  private static final String CATALOG =
      """
      SELECT count(*) || ' lines, ' || md5(string_agg(line, chr(10) ORDER BY line COLLATE "C"))
      FROM ((%s) UNION ALL (%s)) AS c (line) WHERE line NOT LIKE '%%migrations\\_%%'"""
          .formatted(Catalog.query(), RoutineCatalog.query());

  private static final String EVENTS =
      """
      SELECT count(*) || ' revisions: ' || event || ' ' || outcome || ' ' || times
      FROM (SELECT event, outcome, count(*) AS times FROM migrations_history
        GROUP BY revision, event, outcome) AS h
      GROUP BY event, outcome, times""";

  /** Of the history, where the rows before are not the rows after the event before. */
  private static final String GAPS =
      """
      SELECT revision FROM (
        SELECT revision, rows_before, lag(rows_after, 1, '{}') OVER (ORDER BY id) AS rows
        FROM migrations_history) AS h
      WHERE rows_before <> rows""";

  private final HeapWatch watch = new HeapWatch(INTERVAL);
  private final List<Long> growths = new ArrayList<>();

  @TempDir Path directory;

  @Test
  void aLongHistoryLeavesNothingInTheDatabaseAndOnlyItsReportInMemory(TestDatabase db)
      throws Exception {
    try (LongHistory history = new LongHistory(directory, REVISIONS / Cycle.PARTS.size())) {
      RevisionScripts scripts = history.load();
      assertThat(scripts.scripts()).hasSize(REVISIONS);
      System.out.printf(
          "%,d revisions, loaded: live heap %s%n",
          REVISIONS, HeapWatch.megabytes(HeapWatch.liveHeap()));
      Migrations migrations =
          new Migrations(db.dataSource(), scripts, MigrationsSettings.defaults(), List.of(watch));
      String empty = catalog(db);
      List<String> heads = new ArrayList<>();
      List<Long> afterRounds = new ArrayList<>();

      for (int round = 1; round <= ROUNDS; round++) {
        told(migrations.upgrade("heads"));
        assertThat(migrations.upgrade("heads").steps()).isEmpty();
        assertIsAt(scripts.graph().rowsAtHeads(), round, round - 1, db);
        heads.add(catalog(db));

        afterRounds.add(told(migrations.downgrade("base")));
        assertIsAt(List.of(), round, round, db);
        assertThat(catalog(db)).isEqualTo(empty);
      }

      assertThat(heads).doesNotContain(empty).containsOnly(heads.get(0));
      assertThat(growths)
          .allSatisfy(
              growth ->
                  assertThat(growth).isLessThan(LEFT_BY_A_STEP * (REVISIONS - INTERVAL) + NOISE));
      assertThat(afterRounds.get(ROUNDS - 1)).isLessThan(afterRounds.get(0) + NOISE);
    }
  }

  private long told(RunReport run) {
    assertThat(run.steps()).hasSize(REVISIONS);
    long after = HeapWatch.liveHeap();
    growths.add(watch.growth());
    System.out.printf(
        "%s of %,d revisions in %d s; %s; live heap %s, %s after%n",
        run.direction(),
        REVISIONS,
        run.duration().toSeconds(),
        watch.cpu(),
        watch.heaps(),
        HeapWatch.megabytes(after));
    return after;
  }

  private static @Nullable String catalog(TestDatabase db) {
    return db.value(CATALOG);
  }

  private static void assertIsAt(List<String> rows, int ups, int downs, TestDatabase db) {
    assertThat(db.column("SELECT revision FROM migrations_revision"))
        .containsExactlyInAnyOrderElementsOf(rows);
    assertThat(db.column("SELECT revision FROM migrations_journal")).isEmpty();
    List<String> events = new ArrayList<>();
    events.add(REVISIONS + " revisions: upgrade succeeded " + ups);
    if (downs > 0) {
      events.add(REVISIONS + " revisions: downgrade succeeded " + downs);
    }
    assertThat(db.column(EVENTS)).containsExactlyInAnyOrderElementsOf(events);
    assertThat(db.column(GAPS)).isEmpty();
  }
}
