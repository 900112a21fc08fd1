package dev.migrations.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a comparison with an undisturbed run rests on. */
@PostgresTest
class HistoryTests {

  @Test
  void holdsEveryKindOfUnit(TestDatabase db) {
    assertThat(History.on(db.dataSource()).scripts().scripts()).hasSizeGreaterThanOrEqualTo(40);

    String said =
        UndisturbedRun.whole(db).steps().stream()
            .map(WireStep::sql)
            .collect(Collectors.joining("\n"));

    assertThat(said)
        .contains(
            "CREATE INDEX CONCURRENTLY",
            "CREATE UNIQUE INDEX CONCURRENTLY",
            "DROP INDEX CONCURRENTLY",
            "REINDEX INDEX CONCURRENTLY",
            "REINDEX TABLE CONCURRENTLY",
            "VACUUM",
            "COPY",
            "ADD VALUE",
            "FOREIGN KEY (customer_id) REFERENCES customer (id) NOT VALID",
            "VALIDATE CONSTRAINT",
            "UNIQUE USING INDEX",
            "PRIMARY KEY USING INDEX",
            "DETACH PARTITION event_0 CONCURRENTLY",
            "ATTACH PARTITION event_2",
            "ATTACH PARTITION event_0_ix_event_what_idx",
            "_new_type",
            "gen_random_uuid()",
            "AS IDENTITY",
            "migrations_slice",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY",
            "SET ROLE",
            "SET search_path");
  }

  @Test
  void isDoneOnceAndTakenBackOnceWithNothingLeft(TestDatabase db) {
    Migrations migrations = History.on(db.dataSource());
    List<String> ids =
        migrations.scripts().scripts().stream().map(script -> script.node().id()).toList();

    migrations.upgrade("heads");
    migrations.downgrade("base");

    assertThat(
            db.column(
                "SELECT revision FROM migrations_history WHERE event = 'upgrade' AND outcome = 'succeeded'"))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            db.column(
                "SELECT revision FROM migrations_history WHERE event = 'downgrade' AND outcome = 'succeeded'"))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            db.column(
                """
                SELECT revision FROM (
                  SELECT revision, rows_before, lag(rows_after, 1, '{}') OVER (ORDER BY id) AS rows
                  FROM migrations_history) AS h
                WHERE rows_before <> rows"""))
        .isEmpty();
    assertThat(db.column("SELECT revision FROM migrations_journal")).isEmpty();
    assertThat(
            db.column(
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p', 'S', 'c')"
                    + " AND relnamespace = 'public'::regnamespace AND relname !~ '^migrations_'"))
        .isEmpty();
  }
}
