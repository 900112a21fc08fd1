package dev.migrations.engine;

import dev.migrations.sql.SqlLiterals;

/** Writes the statements that keep the journal: the units of a step that is under way. */
final class Journal {

  private final Tables tables;

  Journal(Tables tables) {
    this.tables = tables;
  }

  /** Notes a unit that is committed together with this statement. */
  String done(Step step, int unit, String checksum) {
    return "INSERT INTO %s (revision, direction, unit, checksum, started_at, duration_ms) VALUES (%s, %s, %d, %s, transaction_timestamp(), %s)"
        .formatted(
            tables.journal(),
            SqlLiterals.literal(step.revision()),
            SqlLiterals.literal(Codes.of(step.direction())),
            unit,
            SqlLiterals.literal(checksum),
            Bookkeeping.MILLISECONDS);
  }

  /** Notes a unit outside a transaction that is about to start. */
  String started(Step step, int unit, String checksum) {
    return "INSERT INTO %s (revision, direction, unit, checksum, started_at) VALUES (%s, %s, %d, %s, clock_timestamp()) ON CONFLICT DO NOTHING"
        .formatted(
            tables.journal(),
            SqlLiterals.literal(step.revision()),
            SqlLiterals.literal(Codes.of(step.direction())),
            unit,
            SqlLiterals.literal(checksum));
  }

  /** Notes that a unit outside a transaction came to its end. */
  String finished(Step step, int unit) {
    return "UPDATE %s SET duration_ms = CAST(extract(epoch FROM clock_timestamp() - started_at) * 1000 AS bigint)%s AND unit = %d"
        .formatted(tables.journal(), whereUnits(step), unit);
  }

  /** Takes back the note of a unit outside a transaction that failed. */
  String failed(Step step, int unit) {
    return "DELETE FROM %s%s AND unit = %d AND duration_ms IS NULL"
        .formatted(tables.journal(), whereUnits(step), unit);
  }

  /** Forgets the units of a step that is done. */
  String clear(Step step) {
    return "DELETE FROM " + units(step);
  }

  /** The units of the step, behind {@code FROM}. */
  String units(Step step) {
    return tables.journal() + whereUnits(step);
  }

  private static String whereUnits(Step step) {
    return " WHERE revision = %s AND direction = %s"
        .formatted(
            SqlLiterals.literal(step.revision()), SqlLiterals.literal(Codes.of(step.direction())));
  }
}
