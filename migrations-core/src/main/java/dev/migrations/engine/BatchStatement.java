package dev.migrations.engine;

import dev.migrations.operation.BatchedChange;
import org.jspecify.annotations.Nullable;

/**
 * Writes one batch as one statement: it takes the next rows by the key, changes them, and notes in
 * the journal how far it came. It does nothing when the version rows, or the position in the
 * journal, are not what this run left.
 */
final class BatchStatement {

  private final BatchedChange change;
  private final BatchKey key;
  private final Journal journal;
  private final Step step;
  private final int unit;

  BatchStatement(BatchedChange change, BatchKey key, Journal journal, Step step, int unit) {
    this.change = change;
    this.key = key;
    this.journal = journal;
    this.step = step;
    this.unit = unit;
  }

  /**
   * The change names its rows by both ends of the slice. A join with it might be planned as a scan
   * of the table; of a range between two values that it does not know the planner expects one row
   * in two hundred, for which it takes the index.
   *
   * @param position where the last batch ended; {@code null} for the first one
   * @param rows how many rows to take
   */
  String sql(@Nullable String position, int rows) {
    String range =
        key.compared(">", true, key.in("migrations_first"))
            + " AND "
            + key.compared("<", true, key.in("migrations_last"));
    return """
        WITH migrations_may AS MATERIALIZED (SELECT %s AS go_on),
        migrations_slice AS MATERIALIZED (
          SELECT %s FROM %s WHERE (SELECT go_on FROM migrations_may)%s ORDER BY %s LIMIT %s),
        migrations_first AS MATERIALIZED (SELECT %s FROM migrations_slice ORDER BY %s LIMIT 1),
        migrations_last AS MATERIALIZED (SELECT %s FROM migrations_slice ORDER BY %s LIMIT 1),
        migrations_change AS (%s RETURNING 1),
        migrations_note AS (%s)
        SELECT (SELECT go_on FROM migrations_may) AS go_on,
          (SELECT pg_catalog.count(*) FROM migrations_slice) AS taken,
          (SELECT pg_catalog.count(*) FROM migrations_change) AS changed,
          (SELECT position FROM migrations_note) AS position,
          (SELECT rows_done FROM migrations_note) AS rows_done"""
        .formatted(
            journal.stillAt(step, unit, position),
            key.list(),
            change.table().sql(),
            position == null ? "" : " AND " + key.compared(">", false, key.at(position)),
            key.list(),
            // Not %d, which writes the digits of the default locale.
            rows,
            key.list(),
            key.list(),
            key.list(),
            key.descending(),
            change.statement(range),
            journal.moved(
                step,
                unit,
                "(SELECT " + key.position() + " FROM migrations_last)",
                "(SELECT pg_catalog.count(*) FROM migrations_slice)"));
  }
}
