package dev.migrations.engine;

import dev.migrations.operation.Recovery.PartitionDetach;
import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes {@code DETACH PARTITION … CONCURRENTLY} repeatable, by asking the catalog. */
final class PartitionRecovery {

  private static final Logger log = LoggerFactory.getLogger(PartitionRecovery.class);

  private static final String PENDING =
      PgCatalog.sql(
          """
          SELECT inhdetachpending FROM pg_catalog.pg_inherits
          WHERE inhparent = to_regclass(?) AND inhrelid = to_regclass(?)""");

  private final Connection connection;

  PartitionRecovery(Connection connection) {
    this.connection = connection;
  }

  /**
   * Whether the statement's work is done already; completes one that is half done.
   *
   * @param startedBefore whether an earlier run started the statement and did not note its end
   */
  boolean isDone(PartitionDetach detach, boolean startedBefore) throws SQLException {
    String parent = detach.parent().sql();
    String partition = detach.partition().sql();
    try (PreparedStatement query = connection.prepareStatement(PENDING)) {
      query.setString(1, parent);
      query.setString(2, partition);
      try (ResultSet result = query.executeQuery()) {
        if (!result.next()) {
          return startedBefore;
        }
        if (!result.getBoolean(1)) {
          return false;
        }
      }
    }
    log.warn("Partition {} is half detached from {}; completing it", partition, parent);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("ALTER TABLE " + parent + " DETACH PARTITION " + partition + " FINALIZE");
    }
    return true;
  }
}
