package dev.migrations.engine;

import dev.migrations.engine.Bookkeeping.Event;
import dev.migrations.sql.PgCatalog;
import java.util.List;

/**
 * What {@link Bookkeeping#finish} does at the end of a revision that is one transaction, as a
 * prepared statement.
 */
final class PreparedFinish {

  private static final String NAME = "migrations_finish";

  private static final String PREPARE =
      "PREPARE "
          + NAME
          + PgCatalog.sql(
              """
               (pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.text[], pg_catalog.text[],
                pg_catalog.text, bigint, bigint, pg_catalog.text[], pg_catalog.text[]) AS
              WITH here AS MATERIALIZED (SELECT %s AS expected),
                removed AS (
                  DELETE FROM %s USING here WHERE expected AND revision = ANY ($9)),
                added AS (
                  INSERT INTO %s (revision)
                  SELECT name FROM unnest($10) AS name, here WHERE expected)
              %s FROM here""");

  private static final Event EVENT = new Event("$1", "$2", "$3", "$6", "$7");

  private final Bookkeeping bookkeeping;
  private final Tables tables;

  PreparedFinish(Bookkeeping bookkeeping, Tables tables) {
    this.bookkeeping = bookkeeping;
    this.tables = tables;
  }

  /** Prepares it, in the session. */
  String prepare() {
    String history =
        bookkeeping.history(
            EVENT,
            "$4",
            "$5",
            Bookkeeping.STARTED_AT,
            Bookkeeping.MILLISECONDS,
            "$8",
            "CASE WHEN expected THEN 'succeeded' END",
            "NULL");
    return PREPARE.formatted(
        new RowGuard(tables).rowsAre("$4"), tables.revision(), tables.revision(), history);
  }

  /** Executes it, which refuses a null when the version rows were moved. */
  String execute(Step step) {
    Event event = Event.of(step);
    List<String> values =
        List.of(
            event.code(),
            event.revision(),
            event.message(),
            RowGuard.array(step.rowsBefore()),
            RowGuard.array(step.rowsAfter()),
            event.checksum(),
            event.fingerprint(),
            Bookkeeping.inventory(step.inventory()),
            RowGuard.array(step.planned().rowsRemoved()),
            RowGuard.array(step.planned().rowsAdded()));
    return "EXECUTE " + NAME + " (" + String.join(", ", values) + ")";
  }

  static String deallocate() {
    return "DEALLOCATE " + NAME;
  }
}
