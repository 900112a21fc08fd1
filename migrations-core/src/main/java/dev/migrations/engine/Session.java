package dev.migrations.engine;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a PostgreSQL server for the time of a call, in auto-commit mode, given back as it
 * was found.
 */
final class Session implements AutoCloseable {

  private static final int LAST_PATIENCE_SECONDS = 5;

  private final DataSource dataSource;
  private final Connection connection;
  private final Connection beneath;
  private final boolean autoCommit;
  private final boolean readOnly;
  private final int serverVersion;

  private Session(DataSource dataSource, Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    if (!"PostgreSQL".equals(metaData.getDatabaseProductName())) {
      throw new NotPostgresException(
          metaData.getDatabaseProductName(), metaData.getDatabaseProductVersion());
    }
    this.dataSource = dataSource;
    this.connection = connection;
    this.beneath = metaData.getConnection();
    this.serverVersion = metaData.getDatabaseMajorVersion();
    this.autoCommit = connection.getAutoCommit();
    this.readOnly = connection.isReadOnly();
  }

  /** Opens a connection that may write. */
  static Session open(DataSource dataSource) {
    return prepare(dataSource, connect(dataSource));
  }

  /**
   * Opens another one beside this; {@code null} when the DataSource lends everybody the same
   * connection, which is then neither touched nor closed.
   */
  @Nullable Session openAnother() throws SQLException {
    Connection other = connect(dataSource);
    try {
      if (other.getMetaData().getConnection() == beneath) {
        return null;
      }
    } catch (SQLException ex) {
      closeAfter(ex, other);
      throw ex;
    }
    return prepare(dataSource, other);
  }

  private static Connection connect(DataSource dataSource) {
    try {
      return dataSource.getConnection();
    } catch (SQLException | RuntimeException ex) {
      // HikariCP throws a RuntimeException of its own when its pool cannot be filled.
      throw new DatabaseUnavailableException(ex);
    }
  }

  private static Session prepare(DataSource dataSource, Connection connection) {
    try {
      Session session = new Session(dataSource, connection);
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

  /** Whether nothing can be asked on it any more. */
  boolean isBroken() throws SQLException {
    return !connection.isValid(LAST_PATIENCE_SECONDS);
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
