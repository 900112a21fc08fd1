package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Reads what was recorded of each applied revision: one query, as many rows. */
final class RecordedReader {

  private static final String NEWEST =
      PgCatalog.sql(
          """
          SELECT revision, checksum, fingerprint FROM (
            SELECT DISTINCT ON (revision) revision, checksum, fingerprint, event FROM %s
            WHERE outcome = 'succeeded' ORDER BY revision, id DESC) AS latest
            WHERE event = ANY ('{upgrade,stamp}')""");

  private RecordedReader() {}

  /** By id. */
  static Map<String, Recorded> read(Connection connection, Tables tables) throws SQLException {
    Map<String, Recorded> recorded = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query(tables.history()))) {
      while (row.next()) {
        recorded.put(
            row.getString("revision"),
            new Recorded(row.getString("checksum"), row.getObject("fingerprint", Long.class)));
      }
    }
    return recorded;
  }

  /** The newest row of each applied revision. */
  static String query(String history) {
    return NEWEST.formatted(history);
  }
}
