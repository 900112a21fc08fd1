package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.List;

/** What a script does before its first revision and after its last. */
final class OfflineFrame {

  private final ScriptText text;
  private final MigrationsSettings settings;
  private final int serverVersion;

  OfflineFrame(ScriptText text, MigrationsSettings settings, int serverVersion) {
    this.text = text;
    this.settings = settings;
    this.serverVersion = serverVersion;
  }

  /**
   * @param what what the script does, as the beginning of a sentence
   * @return whether there is anything to do
   */
  boolean header(String what, List<String> rowsBefore, List<String> rowsAfter, boolean empty) {
    text.comment(
        "%s from %s to %s, for PostgreSQL %s."
            .formatted(what, place(rowsBefore), place(rowsAfter), serverVersion));
    if (empty) {
      text.comment("There is nothing to do.");
      return false;
    }
    text.comment(
        "Execute it statement by statement, in no transaction of your own, and stop at the");
    text.comment("first error: psql -v ON_ERROR_STOP=1 -f.");
    return true;
  }

  private static String place(List<String> rows) {
    return rows.isEmpty() ? "base" : String.join(", ", rows);
  }

  /**
   * @param mayBeEmpty whether the database may be one that has no tables of the engine
   */
  void open(List<String> rowsBefore, boolean mayBeEmpty) {
    text.emptyLine();
    text.statement("SET client_encoding = 'UTF8'");
    text.statement(SessionDefaults.save());
    text.statement("SELECT " + RunSettings.set());
    text.statement(
        refuseIf(
            PgCatalog.sql(
                "current_setting('server_version_num')::integer < " + serverVersion * 10_000),
            "This script is for PostgreSQL %s and later".formatted(serverVersion)));
    text.statement(
        refuseIf(
            "NOT pg_catalog.pg_try_advisory_lock(%s)"
                .formatted(AdvisoryLock.keyExpression(settings.schema())),
            "Another session is running revisions"));
    Tables tables = new Tables(settings.schema());
    if (mayBeEmpty) {
      createSchema();
      text.statements(tables.ddl());
    }
    text.statement(TableTrust.guardOfScript(settings.schema()));
    text.statement(new Bookkeeping(tables, settings, null).refuseUnlessAt(rowsBefore));
  }

  void close() {
    text.emptyLine();
    text.statement("SELECT " + SessionDefaults.saved().restoreAll());
    text.statement(
        "SELECT pg_catalog.pg_advisory_unlock(%s)"
            .formatted(AdvisoryLock.keyExpression(settings.schema())));
  }

  /** CREATE SCHEMA IF NOT EXISTS asks for the right to create one even when it is there. */
  private void createSchema() {
    String schema = settings.schema();
    if (schema != null) {
      text.statement(
          block(
              "IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname OPERATOR(pg_catalog.=) %s) THEN\n    CREATE SCHEMA %s;"
                  .formatted(SqlLiterals.quote(schema), SqlNames.quote(schema))));
    }
  }

  private static String refuseIf(String condition, String message) {
    return block("IF %s THEN\n    RAISE EXCEPTION '%s';".formatted(condition, message));
  }

  private static String block(String body) {
    return "DO " + SqlLiterals.quote("BEGIN\n  " + body + "\n  END IF;\nEND");
  }
}
