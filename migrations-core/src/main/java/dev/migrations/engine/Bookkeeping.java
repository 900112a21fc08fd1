package dev.migrations.engine;

import dev.migrations.script.RevisionChecksum;
import dev.migrations.script.RevisionScript;
import dev.migrations.sql.SqlLiterals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes the statements that keep the version rows and the history. */
final class Bookkeeping {

  static final String STARTED_AT = "pg_catalog.transaction_timestamp()";

  static final String MILLISECONDS = milliseconds(STARTED_AT);

  /** A fingerprint that changes nothing in {@link Fingerprints}. */
  private static final String NOT_APPLIED = "0";

  private final Tables tables;
  private final Journal journal;
  private final RowGuard guard;
  private final MigrationsSettings settings;
  private final @Nullable String host;

  Bookkeeping(Tables tables, MigrationsSettings settings, @Nullable String host) {
    this.tables = tables;
    this.journal = new Journal(tables);
    this.guard = new RowGuard(tables);
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
    statements.add(guard.lock());
    statements.add(succeeded(step, journaled));
    statements.addAll(move(step.planned().rowsRemoved(), step.planned().rowsAdded()));
    if (journaled) {
      statements.add(journal.clear(step));
    }
    return statements;
  }

  /** As {@link #finish}, with a history row for each of the revisions, of which at least one. */
  List<String> stamp(Stamping stamping) {
    List<String> statements = new ArrayList<>();
    statements.add(guard.lock());
    for (String revision : stamping.revisions()) {
      statements.add(stamped(stamping, revision));
    }
    statements.addAll(move(stamping.rowsRemoved(), stamping.rowsAdded()));
    return statements;
  }

  private List<String> move(List<String> removed, List<String> added) {
    List<String> statements = new ArrayList<>();
    if (!removed.isEmpty()) {
      statements.add(
          "DELETE FROM %s WHERE revision OPERATOR(pg_catalog.=) ANY (%s)"
              .formatted(tables.revision(), RowGuard.array(removed)));
    }
    if (!added.isEmpty()) {
      statements.add(
          "INSERT INTO %s (revision) SELECT pg_catalog.unnest(%s)"
              .formatted(tables.revision(), RowGuard.array(added)));
    }
    return statements;
  }

  /**
   * Which of the statements of {@link #finish} and {@link #stamp} refuses a null when the rows were
   * moved.
   */
  static int guard() {
    return 1;
  }

  private String succeeded(Step step, boolean journaled) {
    String startedAt = STARTED_AT;
    String duration = MILLISECONDS;
    if (journaled) {
      String units = " FROM " + journal.units(step);
      startedAt =
          "coalesce((SELECT pg_catalog.min(started_at)%s), %s)".formatted(units, STARTED_AT);
      duration +=
          " OPERATOR(pg_catalog.+) coalesce((SELECT pg_catalog.sum(duration_ms)%s), 0)"
              .formatted(units);
    }
    return history(
        Event.of(step),
        RowGuard.array(step.rowsBefore()),
        RowGuard.array(step.rowsAfter()),
        startedAt,
        duration,
        inventory(step.inventory()),
        guard.ifRowsAre(step.rowsBefore(), "succeeded"),
        "NULL");
  }

  /** How long ago a time was. */
  static String milliseconds(String since) {
    return "CAST(extract(epoch FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) %s) OPERATOR(pg_catalog.*) 1000 AS bigint)"
        .formatted(since);
  }

  private String stamped(Stamping stamping, String revision) {
    return history(
        event(stamping, revision),
        RowGuard.array(stamping.rowsBefore()),
        RowGuard.array(stamping.rowsAfter()),
        STARTED_AT,
        MILLISECONDS,
        inventory(stamping.inventory()),
        guard.ifRowsAre(stamping.rowsBefore(), "succeeded"),
        "NULL");
  }

  /** What the application does not know, only the history does. */
  private Event event(Stamping stamping, String revision) {
    String code = Codes.of(HistoryEvent.STAMP);
    RevisionScript script = stamping.scripts().get(revision);
    if (script == null) {
      String last =
          "coalesce((SELECT %%s FROM %s WHERE revision OPERATOR(pg_catalog.=) %s ORDER BY id DESC LIMIT 1), '')"
              .formatted(tables.history(), SqlLiterals.literal(revision).replace("%", "%%"));
      return new Event(
          SqlLiterals.literal(code),
          SqlLiterals.literal(revision),
          last.formatted("message"),
          last.formatted("checksum"),
          NOT_APPLIED);
    }
    if (stamping.report().removed().contains(revision)) {
      return Event.of(code, script, script.checksum(), NOT_APPLIED);
    }
    boolean neverRan = script.adopts() != null && !stamping.report().accepted().contains(revision);
    return neverRan ? Event.adopted(code, script) : Event.of(code, script);
  }

  /** Writes a history row for a step that did not go through. */
  String failed(Step step, Duration ran, String error) {
    return history(
        Event.of(step),
        RowGuard.array(step.rowsBefore()),
        RowGuard.array(step.rowsBefore()),
        "pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) interval '%s milliseconds'"
            .formatted(ran.toMillis()),
        Long.toString(ran.toMillis()),
        inventory(OptionalLong.empty()),
        "'failed'",
        // What code throws may hold the one character that the server has no place for.
        SqlLiterals.literal(error.replace('\0', '?')));
  }

  /** What happened to which revision, as expressions. */
  record Event(String code, String revision, String message, String checksum, String fingerprint) {

    static Event of(Step step) {
      return of(Codes.of(step.direction()), step.script());
    }

    static Event of(String code, RevisionScript script) {
      return of(code, script, script.checksum(), Long.toString(script.fingerprint()));
    }

    static Event adopted(String code, RevisionScript script) {
      return of(code, script, RevisionChecksum.NOT_COMPARED, "NULL");
    }

    private static Event of(
        String code, RevisionScript script, String checksum, String fingerprint) {
      return new Event(
          SqlLiterals.literal(code),
          SqlLiterals.literal(script.node().id()),
          SqlLiterals.literal(script.message()),
          SqlLiterals.literal(checksum),
          fingerprint);
    }
  }

  /** A history row; all but the event are expressions as well. */
  String history(
      Event event,
      String rowsBefore,
      String rowsAfter,
      String startedAt,
      String duration,
      String inventory,
      String outcome,
      String error) {
    return """
        INSERT INTO %s (event, revision, message, rows_before, rows_after, started_at, duration_ms,
          host, application, application_version, checksum, fingerprint, inventory, outcome, error)
        SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s"""
        .formatted(
            tables.history(),
            event.code(),
            event.revision(),
            event.message(),
            rowsBefore,
            rowsAfter,
            startedAt,
            duration,
            SqlLiterals.literal(host),
            SqlLiterals.literal(settings.application()),
            SqlLiterals.literal(settings.applicationVersion()),
            event.checksum(),
            event.fingerprint(),
            inventory,
            outcome,
            error);
  }

  static String inventory(OptionalLong found) {
    return found.isPresent() ? Long.toString(found.getAsLong()) : "NULL";
  }

  /** Stops a script that meets a database in another state than the one it was written for. */
  String refuseUnlessAt(List<String> rows) {
    String current =
        "coalesce((SELECT pg_catalog.string_agg(revision, ', ' ORDER BY revision COLLATE pg_catalog.\"C\") FROM %s), 'base')"
            .formatted(tables.revision());
    String expected = SqlLiterals.literal(rows.isEmpty() ? "base" : String.join(", ", rows));
    return "DO "
        + SqlLiterals.quote(
            """
            BEGIN
              IF NOT %s THEN
                RAISE EXCEPTION 'The database is at %%, and this script starts at %%',
                  %s, %s;
              END IF;
              IF EXISTS (SELECT FROM %s) THEN
                RAISE EXCEPTION 'Revision %% is half done: finish it with the application first',
                  (SELECT pg_catalog.min(revision) FROM %s);
              END IF;
            END"""
                .formatted(
                    guard.rowsAre(rows), current, expected, tables.journal(), tables.journal()));
  }
}
