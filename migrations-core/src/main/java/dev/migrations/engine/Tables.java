package dev.migrations.engine;

import dev.migrations.sql.SqlNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three tables that the engine keeps.
 *
 * @param schema the schema where it keeps them; {@code null} for the first one of the search path
 */
record Tables(@Nullable String schema) {

  static final String REVISION = "migrations_revision";
  static final String HISTORY = "migrations_history";
  static final String JOURNAL = "migrations_journal";

  String revision() {
    return qualified(REVISION);
  }

  String history() {
    return qualified(HISTORY);
  }

  String journal() {
    return qualified(JOURNAL);
  }

  /** What creates them; repeating it does no harm. */
  List<String> ddl() {
    return List.of(
        """
        CREATE TABLE IF NOT EXISTS %s (
          revision text PRIMARY KEY
        )"""
            .formatted(revision()),
        """
        CREATE TABLE IF NOT EXISTS %s (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          event text NOT NULL,
          revision text NOT NULL,
          message text NOT NULL,
          rows_before text[] NOT NULL,
          rows_after text[] NOT NULL,
          started_at timestamptz NOT NULL,
          duration_ms bigint NOT NULL,
          database_user text NOT NULL DEFAULT session_user,
          host text,
          application text,
          application_version text,
          checksum text NOT NULL,
          fingerprint bigint,
          outcome text NOT NULL,
          error text
        )"""
            .formatted(history()),
        "CREATE INDEX IF NOT EXISTS %s ON %s (revision, id)"
            .formatted(HISTORY + "_revision_id", history()),
        """
        CREATE TABLE IF NOT EXISTS %s (
          revision text NOT NULL,
          direction text NOT NULL,
          unit integer NOT NULL,
          checksum text NOT NULL,
          started_at timestamptz NOT NULL,
          duration_ms bigint,
          index_name text,
          position jsonb,
          rows_done bigint,
          undo text,
          PRIMARY KEY (revision, direction, unit)
        )"""
            .formatted(journal()),
        "REVOKE ALL ON TABLE %s, %s, %s FROM PUBLIC".formatted(revision(), history(), journal()));
  }

  private String qualified(String table) {
    return SqlNames.quote(schema, table);
  }
}
