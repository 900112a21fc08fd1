package dev.migrations.engine;

import dev.migrations.engine.Bookkeeping.Event;
import dev.migrations.sql.PgCatalog;
import java.util.List;

/**
 * What {@link Bookkeeping#finish} does at the end of a revision that is one transaction, as a
 * prepared statement. It needs no lock on the version rows: other runs are kept out by that of
 * {@link SessionGuard#check}, and what anybody else does to a row in this very moment shows in how
 * many are removed.
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
              WITH here AS MATERIALIZED (
                  SELECT count(*) = cardinality($4)
                    AND count(*) = count(*) FILTER (WHERE revision = ANY ($4)) AS expected
                  FROM %s),
                removed AS (
                  DELETE FROM %s USING here WHERE expected AND revision = ANY ($9) RETURNING 1),
                added AS (
                  INSERT INTO %s (revision)
                  SELECT name FROM unnest($10) AS name, here WHERE expected)
              %s FROM here""");

  private static final String SUCCEEDED =
      PgCatalog.sql(
          "CASE WHEN expected AND (SELECT count(*) FROM removed) = cardinality($9) THEN 'succeeded' END");

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
            SUCCEEDED,
            "NULL");
    return PREPARE.formatted(tables.revision(), tables.revision(), tables.revision(), history);
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
