package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session that stands in the way, as {@code pg_stat_activity} shows it (PostgreSQL manual, "The
 * Cumulative Statistics System").
 *
 * @param pid the process id of its backend
 * @param user its database user, or {@code null} when it is not shown to us
 * @param application its {@code application_name}, may be empty
 * @param state {@code active}, {@code idle in transaction} and so on, or {@code null}
 * @param age how long its transaction, or else its connection, has been open
 * @param query its current or last query, cut to 200 characters, or {@code null}
 * @since 0.1.0
 */
public record SessionInfo(
    int pid,
    @Nullable String user,
    String application,
    @Nullable String state,
    Duration age,
    @Nullable String query) {

  static final String COLUMNS =
      PgCatalog.sql(
          """
          a.pid, a.usename, coalesce(a.application_name, '') AS application_name, a.state,
          extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.backend_start)) AS age,
          left(a.query, 200) AS query""");

  private static final String HIDDEN = "<insufficient privilege>";

  static List<SessionInfo> query(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        List<SessionInfo> sessions = new ArrayList<>();
        while (result.next()) {
          sessions.add(of(result));
        }
        return sessions;
      }
    }
  }

  /** The session of a row with {@link #COLUMNS}. */
  static SessionInfo of(ResultSet row) throws SQLException {
    return new SessionInfo(
        row.getInt("pid"),
        row.getString("usename"),
        row.getString("application_name"),
        row.getString("state"),
        Duration.ofMillis((long) (row.getDouble("age") * 1000)),
        row.getString("query"));
  }

  static String describe(List<SessionInfo> sessions) {
    return sessions.isEmpty()
        ? "it is gone by now"
        : sessions.stream().map(SessionInfo::describe).collect(Collectors.joining("; "));
  }

  private String queryLabel() {
    return "active".equals(state) ? ", query: " : ", last query: ";
  }

  private String describe() {
    return "pid %d%s%s%s%s"
        .formatted(
            pid,
            application.isEmpty() ? "" : " (" + ShortLine.of(application) + ")",
            user == null ? "" : " of user " + ShortLine.of(user),
            isHidden()
                ? ""
                : ", %s for %s".formatted(state == null ? "connected" : state, Durations.text(age)),
            isHidden() || query == null || query.isBlank()
                ? ""
                : queryLabel() + ShortLine.of(query));
  }

  /** Sessions of other users are not shown to everybody (role pg_read_all_stats). */
  private boolean isHidden() {
    return state == null && HIDDEN.equals(query);
  }
}
