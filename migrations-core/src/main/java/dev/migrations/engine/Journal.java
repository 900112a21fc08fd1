package dev.migrations.engine;

import dev.migrations.operation.Recovery;
import dev.migrations.operation.Unit;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that keep the journal: the units of a step that is under way. Numbers go in
 * as %s, since %d would write them in the digits of the default locale.
 */
final class Journal {

  private static final String INDEX_NAME =
      PgCatalog.sql(
          """
          (SELECT format('%%I.%%I', n.nspname, %s::text)
           FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
           WHERE c.oid = to_regclass(%s))""");

  private static final String STILL_AT =
      PgCatalog.sql(
          """
          %s AND EXISTS (
            SELECT FROM %s AND unit = %s AND duration_ms IS NULL
              AND coalesce(position = %4$s::jsonb, position IS NULL AND %4$s IS NULL))""");

  private static final String OF_STEP = PgCatalog.sql(" WHERE revision = %s AND direction = %s");

  private static final String IS_UNIT = " AND unit OPERATOR(pg_catalog.=) ";

  private final Tables tables;
  private final RowGuard guard;

  Journal(Tables tables) {
    this.tables = tables;
    this.guard = new RowGuard(tables);
  }

  /**
   * Notes a unit that is committed together with these statements. The last of them refuses a null
   * when the version rows were moved, and a second note of the same unit.
   *
   * @param startedBefore whether there is the note of a run that died when this was another unit,
   *     outside a transaction
   */
  List<String> done(StepUnit unit, boolean startedBefore) {
    List<String> statements = new ArrayList<>();
    if (startedBefore) {
      statements.add(failed(unit.step(), unit.index()));
    }
    statements.add(guard.lock());
    statements.add(noted(unit));
    return statements;
  }

  private String noted(StepUnit unit) {
    return "INSERT INTO %s (revision, direction, unit, checksum, started_at, duration_ms, undo) VALUES (%s, %s, %s, %s, pg_catalog.transaction_timestamp(), %s, %s)"
        .formatted(
            tables.journal(),
            SqlLiterals.literal(unit.step().revision()),
            SqlLiterals.literal(Codes.of(unit.step().direction())),
            unit.index(),
            guard.ifRowsAre(unit.step().rowsBefore(), unit.checksum()),
            Bookkeeping.MILLISECONDS,
            SqlLiterals.literal(unit.undoWhenDone()));
  }

  /**
   * Notes a unit outside a transaction that is about to start; over the note of a run that died in
   * it, since the statement may have been edited in between.
   */
  String started(StepUnit unit) {
    return "INSERT INTO %s (revision, direction, unit, checksum, started_at, index_name, undo) VALUES (%s, %s, %s, %s, pg_catalog.clock_timestamp(), %s, %s) ON CONFLICT (revision, direction, unit) DO UPDATE SET checksum = excluded.checksum, index_name = excluded.index_name, undo = excluded.undo"
        .formatted(
            tables.journal(),
            SqlLiterals.literal(unit.step().revision()),
            SqlLiterals.literal(Codes.of(unit.step().direction())),
            unit.index(),
            guard.ifRowsAre(unit.step().rowsBefore(), unit.checksum()),
            indexName(unit.unit()),
            SqlLiterals.literal(unit.undoWhenBegun()));
  }

  /** The index that is built, in the schema in which its table is found now. */
  private static String indexName(Unit unit) {
    return unit instanceof Unit.OutsideTransaction outside
            && outside.recovery() instanceof Recovery.IndexBuild build
        ? INDEX_NAME.formatted(
            SqlLiterals.literal(build.index().name()),
            SqlLiterals.literal(SqlNames.quote(build.table().schema(), build.table().name())))
        : "NULL";
  }

  /** Notes that a unit outside a transaction, or in batches, came to its end. */
  String finished(StepUnit unit) {
    return "UPDATE %s SET duration_ms = %s, undo = %s%s"
        .formatted(
            tables.journal(),
            Bookkeeping.milliseconds("started_at"),
            SqlLiterals.literal(unit.undoWhenDone()),
            whereUnit(unit.step(), unit.index()));
  }

  /**
   * True when the version rows are those that the plan starts from, and the position of a unit in
   * batches is the one that this run left; as an expression.
   *
   * @param position where the last batch ended, or {@code null} before the first one
   */
  String stillAt(Step step, int unit, @Nullable String position) {
    return STILL_AT.formatted(
        guard.rowsAre(step.rowsBefore()), units(step), unit, SqlLiterals.literal(position));
  }

  /**
   * Moves a unit in batches on; nothing changes when the batch had no rows.
   *
   * @param position the new position, as an expression, null when there is none
   * @param rows how many rows the batch walked through, as an expression
   */
  String moved(Step step, int unit, String position, String rows) {
    return "UPDATE %s SET position = %s, rows_done = coalesce(rows_done, 0) OPERATOR(pg_catalog.+) %s%s AND %s OPERATOR(pg_catalog.>) 0 RETURNING CAST(position AS pg_catalog.text) AS position, rows_done"
        .formatted(tables.journal(), position, rows, whereUnit(step, unit), rows);
  }

  /**
   * Takes back the note of a unit outside a transaction that failed, or of batches of which none is
   * committed.
   */
  String failed(Step step, int unit) {
    return "DELETE FROM %s%s AND duration_ms IS NULL AND position IS NULL"
        .formatted(tables.journal(), whereUnit(step, unit));
  }

  /** Forgets the units of a revision of which a step is done. */
  String clear(Step step) {
    return "DELETE FROM %s WHERE revision OPERATOR(pg_catalog.=) %s"
        .formatted(tables.journal(), SqlLiterals.literal(step.revision()));
  }

  /** The units of the step, behind {@code FROM}. */
  String units(Step step) {
    return tables.journal() + whereUnits(step);
  }

  private static String whereUnit(Step step, int unit) {
    return whereUnits(step) + IS_UNIT + unit;
  }

  private static String whereUnits(Step step) {
    return OF_STEP.formatted(
        SqlLiterals.literal(step.revision()), SqlLiterals.literal(Codes.of(step.direction())));
  }
}
