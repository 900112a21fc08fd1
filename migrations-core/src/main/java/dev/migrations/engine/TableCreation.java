package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the tables of the engine, and their schema. */
final class TableCreation {

  private static final Logger log = LoggerFactory.getLogger(TableCreation.class);

  private TableCreation() {}

  /**
   * @throws TablesNotCreatedException when the database refuses them
   * @throws UntrustedTablesException when that is since somebody else has made them meanwhile
   */
  static void create(Connection connection, String schema) throws SQLException {
    String user = connection.getMetaData().getUserName();
    try (Statement statement = connection.createStatement()) {
      if (!schemaExists(connection, schema)) {
        log.info("Creating the schema {} for the tables that keep track of revisions", schema);
        statement.execute("CREATE SCHEMA " + SqlNames.quote(schema));
      }
      for (String ddl : new Tables(schema).ddl()) {
        statement.addBatch(ddl);
      }
      statement.executeBatch();
    } catch (SQLException ex) {
      SQLException cause = ex.getNextException() == null ? ex : ex.getNextException();
      if (SqlStates.isUnreachable(cause)) {
        throw cause;
      }
      refuseUntrusted(connection, schema, cause);
      throw new TablesNotCreatedException(schema, user, cause);
    }
  }

  /** Of tables that somebody else has made meanwhile, the server says only that they are there. */
  private static void refuseUntrusted(Connection connection, String schema, SQLException failure) {
    try {
      TableTrust.exist(connection, schema);
    } catch (UntrustedTablesException ex) {
      ex.addSuppressed(failure);
      throw ex;
    } catch (SQLException ex) {
      failure.addSuppressed(ex);
    }
  }

  /** CREATE SCHEMA IF NOT EXISTS asks for the right to create one even when it is there. */
  private static boolean schemaExists(Connection connection, String schema) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            PgCatalog.sql(
                "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?::text)"))) {
      statement.setString(1, schema);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }
}
