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
          revision pg_catalog.text PRIMARY KEY
        )"""
            .formatted(revision()),
        """
        CREATE TABLE IF NOT EXISTS %s (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          event pg_catalog.text NOT NULL,
          revision pg_catalog.text NOT NULL,
          message pg_catalog.text NOT NULL,
          rows_before pg_catalog.text[] NOT NULL,
          rows_after pg_catalog.text[] NOT NULL,
          started_at timestamp with time zone NOT NULL,
          duration_ms bigint NOT NULL,
          database_user pg_catalog.text NOT NULL DEFAULT session_user,
          host pg_catalog.text,
          application pg_catalog.text,
          application_version pg_catalog.text,
          checksum pg_catalog.text NOT NULL,
          fingerprint bigint,
          inventory bigint,
          outcome pg_catalog.text NOT NULL,
          error pg_catalog.text
        )"""
            .formatted(history()),
        "CREATE INDEX IF NOT EXISTS %s ON %s (revision, id)"
            .formatted(HISTORY + "_revision_id", history()),
        """
        CREATE TABLE IF NOT EXISTS %s (
          revision pg_catalog.text NOT NULL,
          direction pg_catalog.text NOT NULL,
          unit integer NOT NULL,
          checksum pg_catalog.text NOT NULL,
          started_at timestamp with time zone NOT NULL,
          duration_ms bigint,
          index_name pg_catalog.text,
          position pg_catalog.jsonb,
          rows_done bigint,
          undo pg_catalog.text,
          PRIMARY KEY (revision, direction, unit)
        )"""
            .formatted(journal()),
        TableRights.takeFromOthers(this));
  }

  private String qualified(String table) {
    return SqlNames.quote(schema, table);
  }
}
