package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A replica that streams from this server (PostgreSQL manual, "pg_stat_replication").
 *
 * @param name its {@code application_name}, or its address
 * @param visible whether this user may see more than that it is there
 * @param lag how far what it has replayed is behind; {@code null} when it is not, or not visible or
 *     not measured
 */
record Replica(String name, boolean visible, @Nullable Duration lag) {

  // Of one that has replayed all, replay_lag goes on to tell of the last time that it was behind.
  private static final String QUERY =
      PgCatalog.sql(
          """
          SELECT coalesce(CASE WHEN application_name <> '' THEN application_name END,
              host(client_addr), 'pid ' || pid) AS name,
            state IS NOT NULL AS visible,
            CASE WHEN replay_lsn < pg_current_wal_lsn()
              THEN extract(epoch FROM replay_lag) END AS lag
          FROM pg_catalog.pg_stat_replication""");

  static List<Replica> all(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(QUERY)) {
      List<Replica> replicas = new ArrayList<>();
      while (result.next()) {
        double seconds = result.getDouble("lag");
        Duration lag = result.wasNull() ? null : Duration.ofMillis((long) (seconds * 1000));
        replicas.add(new Replica(result.getString("name"), result.getBoolean("visible"), lag));
      }
      return replicas;
    }
  }

  /** The one that is furthest behind, if that is further than the limit. */
  static Optional<Replica> tooFarBehind(List<Replica> replicas, Duration limit) {
    return replicas.stream()
        .filter(replica -> replica.behind().compareTo(limit) > 0)
        .max(Comparator.comparing(Replica::behind));
  }

  private Duration behind() {
    return lag == null ? Duration.ZERO : lag;
  }

  String description() {
    return "replica %s, which is %s behind".formatted(name, Durations.text(behind()));
  }
}
