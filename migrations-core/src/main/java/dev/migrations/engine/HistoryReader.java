package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the history, newest first. */
final class HistoryReader {

  private static final String COLUMNS =
      """
      SELECT id, event, revision, message, started_at, duration_ms, database_user, host,
        application, application_version, checksum, outcome, error
      FROM\s""";

  private static final String NEWEST_APPLIED =
      PgCatalog.sql(
          """
           WHERE id = ANY (
            SELECT max(id) FROM %s
            WHERE revision = ANY (?) AND event = ANY ('{upgrade,stamp}') AND outcome = 'succeeded'
            GROUP BY revision)
          ORDER BY id DESC""");

  private final Connection connection;
  private final Tables tables;

  HistoryReader(Connection connection, Tables tables) {
    this.connection = connection;
    this.tables = tables;
  }

  List<HistoryEntry> all() throws SQLException {
    return read(COLUMNS + tables.history() + " ORDER BY id DESC", List.of());
  }

  /** The rows that tell when these revisions were applied last. */
  List<HistoryEntry> applied(List<String> revisions) throws SQLException {
    String query = COLUMNS + tables.history() + NEWEST_APPLIED.formatted(tables.history());
    return read(query, revisions);
  }

  private List<HistoryEntry> read(String query, List<String> revisions) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      if (!revisions.isEmpty()) {
        statement.setArray(1, connection.createArrayOf("text", revisions.toArray()));
      }
      try (ResultSet result = statement.executeQuery()) {
        List<HistoryEntry> entries = new ArrayList<>();
        while (result.next()) {
          entries.add(entry(result));
        }
        return entries;
      }
    }
  }

  private static HistoryEntry entry(ResultSet result) throws SQLException {
    return new HistoryEntry(
        result.getLong("id"),
        Codes.event(result.getString("event")),
        result.getString("revision"),
        result.getString("message"),
        result.getObject("started_at", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(result.getLong("duration_ms")),
        result.getString("database_user"),
        result.getString("host"),
        result.getString("application"),
        result.getString("application_version"),
        result.getString("checksum"),
        Codes.outcome(result.getString("outcome")),
        result.getString("error"));
  }
}
