package dev.migrations.engine;

import dev.migrations.operation.Recovery;
import dev.migrations.operation.Recovery.IndexRebuild;
import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away what a {@code REINDEX … CONCURRENTLY} left that did not end. */
final class RebuildRecovery {

  private static final Logger log = LoggerFactory.getLogger(RebuildRecovery.class);

  /** Of the table, or of the table of the index; and nobody is building there. */
  private static final String LEFTOVERS =
      PgCatalog.sql(
          """
          SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
          FROM pg_catalog.pg_index i
          JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
            AND i.indrelid = ANY (
              SELECT to_regclass(?)::oid
              UNION ALL SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(?))
            AND NOT EXISTS (
              SELECT FROM pg_catalog.pg_stat_progress_create_index p
              WHERE p.datname = current_database() AND p.relid = i.indrelid
                AND p.pid <> pg_backend_pid())""");

  private final Connection connection;

  RebuildRecovery(Connection connection) {
    this.connection = connection;
  }

  /** Before another one, which would give its own another number and leave these for ever. */
  void clear(IndexRebuild rebuild) throws SQLException {
    for (String index : leftovers(rebuild.name().sql())) {
      log.warn("Index {} is invalid, left by a rebuild that did not end; dropping it", index);
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute("DROP INDEX CONCURRENTLY " + index);
      }
    }
  }

  /**
   * Without hiding the failure of a rebuild, also not behind a long wait: what stays there, the
   * next run drops.
   */
  void clearAfter(Recovery recovery, Exception failure) {
    if (!(recovery instanceof IndexRebuild rebuild)) {
      return;
    }
    try {
      new IndexCatalog(connection).waitAtMost(IndexRecovery.PATIENCE_AFTER_FAILURE);
      clear(rebuild);
    } catch (SQLException ex) {
      failure.addSuppressed(ex);
    }
  }

  private List<String> leftovers(String name) throws SQLException {
    List<String> indexes = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(LEFTOVERS)) {
      query.setString(1, name);
      query.setString(2, name);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          indexes.add(result.getString(1));
        }
      }
    }
    return indexes;
  }
}
