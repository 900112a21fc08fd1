package dev.migrations.engine;

import dev.migrations.sql.SqlLiterals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that keep the version rows, the history and the journal. Numbers go in as
 * %s, since %d would write them in the digits of the default locale.
 */
final class Bookkeeping {

  private static final String MILLISECONDS =
      "CAST(extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000 AS bigint)";

  private final Tables tables;
  private final MigrationsSettings settings;
  private final @Nullable String host;

  Bookkeeping(Tables tables, MigrationsSettings settings, @Nullable String host) {
    this.tables = tables;
    this.settings = settings;
    this.host = host;
  }

  /**
   * Moves the version rows and writes the history, as a compare-and-set: {@link #guard} of them
   * fails unless the rows are what the plan said. The lock keeps others from moving them in
   * between, and lets readers pass.
   *
   * @param journaled whether units of this step may be in the journal
   */
  List<String> finish(Step step, boolean journaled) {
    List<String> statements = new ArrayList<>();
    statements.add(lock());
    statements.add(succeeded(step, journaled));
    if (!step.planned().rowsRemoved().isEmpty()) {
      statements.add(
          "DELETE FROM %s WHERE revision = ANY (%s)"
              .formatted(tables.revision(), array(step.planned().rowsRemoved())));
    }
    if (!step.planned().rowsAdded().isEmpty()) {
      statements.add(
          "INSERT INTO %s (revision) SELECT unnest(%s)"
              .formatted(tables.revision(), array(step.planned().rowsAdded())));
    }
    if (journaled) {
      statements.add("DELETE FROM " + tables.journal() + whereUnits(step));
    }
    return statements;
  }

  /** Which of the statements of {@link #finish} refuses a null when the rows were moved. */
  static int guard() {
    return 1;
  }

  private String succeeded(Step step, boolean journaled) {
    String startedAt = "transaction_timestamp()";
    String duration = MILLISECONDS;
    if (journaled) {
      String units = " FROM " + tables.journal() + whereUnits(step);
      startedAt = "coalesce((SELECT min(started_at)" + units + "), transaction_timestamp())";
      duration += " + coalesce((SELECT sum(duration_ms)" + units + "), 0)";
    }
    return history(
        step, step.rowsAfter(), startedAt, duration, ifRowsAreAsPlanned(step, "succeeded"), "NULL");
  }

  private String lock() {
    return "LOCK TABLE " + tables.revision() + " IN SHARE ROW EXCLUSIVE MODE";
  }

  /** The value for a column that refuses the null that it is when somebody moved the rows. */
  private String ifRowsAreAsPlanned(Step step, String value) {
    return "CASE WHEN %s = %s THEN %s END"
        .formatted(
            sorted("revision", tables.revision()),
            sorted("expected", "unnest(" + array(step.rowsBefore()) + ") AS expected"),
            SqlLiterals.literal(value));
  }

  /** Both sides of a comparison are sorted by the server, which does not sort as Java does. */
  private static String sorted(String column, String from) {
    return "(SELECT coalesce(array_agg(%1$s ORDER BY %1$s COLLATE \"C\"), '{}') FROM %2$s)"
        .formatted(column, from);
  }

  /** Writes a history row for a step that did not go through. */
  String failed(Step step, Duration ran, String error) {
    return history(
        step,
        step.rowsBefore(),
        "clock_timestamp() - interval '" + ran.toMillis() + " milliseconds'",
        Long.toString(ran.toMillis()),
        "'failed'",
        // What code throws may hold the one character that the server has no place for.
        SqlLiterals.literal(error.replace('\0', '?')));
  }

  /**
   * Notes a unit that is committed together with these statements. The last of them refuses a null
   * when the version rows were moved, and a second note of the same unit.
   *
   * @param startedBefore whether there is the note of a run that died when this was another unit,
   *     outside a transaction
   */
  List<String> unitDone(Step step, int unit, String checksum, boolean startedBefore) {
    List<String> statements = new ArrayList<>();
    if (startedBefore) {
      statements.add(unitFailed(step, unit));
    }
    statements.add(lock());
    statements.add(noted(step, unit, checksum));
    return statements;
  }

  private String noted(Step step, int unit, String checksum) {
    return "INSERT INTO %s (revision, direction, unit, checksum, started_at, duration_ms) VALUES (%s, %s, %s, %s, transaction_timestamp(), %s)"
        .formatted(
            tables.journal(),
            SqlLiterals.literal(step.revision()),
            SqlLiterals.literal(Codes.of(step.direction())),
            unit,
            ifRowsAreAsPlanned(step, checksum),
            MILLISECONDS);
  }

  /**
   * Notes a unit outside a transaction that is about to start; over the note of a run that died in
   * it, since the statement may have been edited in between.
   */
  String unitStarted(Step step, int unit, String checksum) {
    return "INSERT INTO %s (revision, direction, unit, checksum, started_at) VALUES (%s, %s, %s, %s, clock_timestamp()) ON CONFLICT (revision, direction, unit) DO UPDATE SET checksum = excluded.checksum"
        .formatted(
            tables.journal(),
            SqlLiterals.literal(step.revision()),
            SqlLiterals.literal(Codes.of(step.direction())),
            unit,
            ifRowsAreAsPlanned(step, checksum));
  }

  /** Notes that a unit outside a transaction came to its end. */
  String unitFinished(Step step, int unit) {
    return "UPDATE %s SET duration_ms = CAST(extract(epoch FROM clock_timestamp() - started_at) * 1000 AS bigint)%s AND unit = %s"
        .formatted(tables.journal(), whereUnits(step), unit);
  }

  /** Takes back the note of a unit outside a transaction that failed. */
  String unitFailed(Step step, int unit) {
    return "DELETE FROM %s%s AND unit = %s AND duration_ms IS NULL"
        .formatted(tables.journal(), whereUnits(step), unit);
  }

  private String history(
      Step step,
      List<String> rowsAfter,
      String startedAt,
      String duration,
      String outcome,
      String error) {
    return """
        INSERT INTO %s (event, revision, message, rows_before, rows_after, started_at, duration_ms,
          host, application, application_version, checksum, outcome, error)
        SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s"""
        .formatted(
            tables.history(),
            SqlLiterals.literal(Codes.of(step.direction())),
            SqlLiterals.literal(step.revision()),
            SqlLiterals.literal(step.script().message()),
            array(step.rowsBefore()),
            array(rowsAfter),
            startedAt,
            duration,
            SqlLiterals.literal(host),
            SqlLiterals.literal(settings.application()),
            SqlLiterals.literal(settings.applicationVersion()),
            SqlLiterals.literal(step.script().checksum()),
            outcome,
            error);
  }

  private static String whereUnits(Step step) {
    return " WHERE revision = %s AND direction = %s"
        .formatted(
            SqlLiterals.literal(step.revision()), SqlLiterals.literal(Codes.of(step.direction())));
  }

  private static String array(List<String> values) {
    return values.stream()
        .map(SqlLiterals::literal)
        .collect(Collectors.joining(", ", "CAST(ARRAY[", "] AS text[])"));
  }
}
