package dev.migrations.engine;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection to a PostgreSQL server for the time of a call, in auto-commit mode, given back as it
 * was found.
 */
final class Session implements AutoCloseable {

  private final Connection connection;
  private final boolean autoCommit;
  private final boolean readOnly;
  private final int serverVersion;

  private Session(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    if (!"PostgreSQL".equals(metaData.getDatabaseProductName())) {
      throw new NotPostgresException(
          metaData.getDatabaseProductName(), metaData.getDatabaseProductVersion());
    }
    this.connection = connection;
    this.serverVersion = metaData.getDatabaseMajorVersion();
    this.autoCommit = connection.getAutoCommit();
    this.readOnly = connection.isReadOnly();
  }

  /** Opens a connection that may write. */
  static Session open(DataSource dataSource) {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException | RuntimeException ex) {
      // HikariCP throws a RuntimeException of its own when its pool cannot be filled.
      throw new DatabaseUnavailableException(ex);
    }
    return prepare(connection);
  }

  private static Session prepare(Connection connection) {
    try {
      Session session = new Session(connection);
      if (!session.autoCommit) {
        connection.setAutoCommit(true);
      }
      if (session.readOnly) {
        connection.setReadOnly(false);
      }
      return session;
    } catch (SQLException ex) {
      closeAfter(ex, connection);
      throw new DatabaseUnavailableException(ex);
    } catch (RuntimeException ex) {
      closeAfter(ex, connection);
      throw ex;
    }
  }

  private static void closeAfter(Exception failure, Connection connection) {
    try {
      connection.close();
    } catch (SQLException closing) {
      failure.addSuppressed(closing);
    }
  }

  Connection connection() {
    return connection;
  }

  /** The major version of the server, such as 18. */
  int serverVersion() {
    return serverVersion;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      if (connection.isClosed()) {
        return;
      }
      if (readOnly) {
        connection.setReadOnly(true);
      }
      if (!autoCommit) {
        connection.setAutoCommit(false);
      }
    }
  }
}
