package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.Predecessor;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the change log table of Liquibase. Its position is the set of change sets that it holds:
 * how many, and a digest of their names. Their order tells nothing, since a change set that runs
 * again on every change moves to the end.
 */
final class LiquibaseChangeLog {

  private static final String LOCK_TABLE = "databasechangeloglock";

  private final Connection connection;
  private final PredecessorTable table;

  LiquibaseChangeLog(Connection connection, PredecessorTable table) {
    this.connection = connection;
    this.table = table;
  }

  FoundPredecessor read(@Nullable String givenName) throws SQLException {
    if (table.lockTable()) {
      refuseLocked();
    }
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                PgCatalog.sql(
                        """
                        SELECT count(*) AS change_sets,
                          left(encode(sha256(convert_to(string_agg(name, E'\\n'
                            ORDER BY name COLLATE pg_catalog."C"), 'UTF8')), 'hex'), 12) AS digest,
                          (array_agg(name ORDER BY dateexecuted DESC, orderexecuted DESC))[1] AS last,
                          to_char(max(dateexecuted), 'YYYY-MM-DD HH24:MI:SS') AS last_run
                        FROM (SELECT filename || '::' || id || '::' || author AS name,
                          dateexecuted, orderexecuted FROM %s) AS change_set""")
                    .formatted(table.sql()))) {
      result.next();
      int count = result.getInt("change_sets");
      return new FoundPredecessor(
          table.tool(),
          table.schema(),
          table.name(),
          count == 0
              ? null
              : new Predecessor(
                  table.tool(),
                  "%d change sets %s".formatted(count, result.getString("digest")),
                  givenName),
          count == 0
              ? List.of()
              : List.of(
                  "%d change sets have run".formatted(count),
                  "the last one is %s, on %s"
                      .formatted(result.getString("last"), result.getString("last_run"))));
    }
  }

  private void refuseLocked() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                """
                SELECT lockedby, pg_catalog.to_char(lockgranted, 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM %s WHERE locked"""
                    .formatted(SqlNames.quote(table.schema(), LOCK_TABLE)))) {
      if (result.next()) {
        throw new MigrationsException(
            "Liquibase has its lock on this database, by %s since %s (%s.%s)."
                .formatted(
                    result.getString("lockedby"),
                    result.getString("since"),
                    table.schema(),
                    LOCK_TABLE),
            "Wait until it has finished; if its process is gone, run 'liquibase release-locks'.");
      }
    }
  }
}
