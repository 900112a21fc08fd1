package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.CopyData;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.util.ClassUtils;

/**
 * Sends rows to {@code COPY … FROM STDIN}, which only pgjdbc's own interface can.
 *
 * @since 0.1.0
 */
public final class PgjdbcCopy {

  private PgjdbcCopy() {}

  static void run(Connection connection, String sql, ResourceFile file, String location)
      throws SQLException {
    requireDriver(connection);
    try (InputStream content = file.open()) {
      manager(connection).copyIn(sql, content);
    } catch (IOException ex) {
      throw new MigrationsException(
          location + " cannot be read: " + ex.getMessage(),
          "Put the file where it is looked for, and keep it there as long as the revision.",
          ex);
    }
  }

  /**
   * Executes the statement with the given rows.
   *
   * @throws MigrationsException when the connection is not one of pgjdbc
   * @throws SQLException when the server refuses the statement or a row
   */
  public static void run(Connection connection, String sql, CopyData rows) throws SQLException {
    requireDriver(connection);
    try (Reader content = new StringReader(rows.text())) {
      manager(connection).copyIn(sql, content);
    } catch (IOException ex) {
      throw new UncheckedIOException("A text in memory was not read", ex);
    }
  }

  private static void requireDriver(Connection connection) throws SQLException {
    // The driver is an optional dependency: without it, touching its class is an error of the JVM.
    if (!ClassUtils.isPresent("org.postgresql.copy.CopyManager", PgjdbcCopy.class.getClassLoader())
        || !connection.isWrapperFor(BaseConnection.class)) {
      throw new MigrationsException(
          "The connection is not one of pgjdbc, or its pool hides that.",
          "Connect by pgjdbc (org.postgresql:postgresql), the only driver that can copy rows.");
    }
  }

  private static CopyManager manager(Connection connection) throws SQLException {
    return new CopyManager(connection.unwrap(BaseConnection.class));
  }
}
