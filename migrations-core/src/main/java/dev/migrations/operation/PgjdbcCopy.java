package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.util.ClassUtils;

/** Sends a file to {@code COPY … FROM STDIN}, which only pgjdbc's own interface can. */
final class PgjdbcCopy {

  private PgjdbcCopy() {}

  static void run(Connection connection, String sql, ResourceFile file, String location)
      throws SQLException {
    // The driver is an optional dependency: without it, touching its class is an error of the JVM.
    if (!ClassUtils.isPresent("org.postgresql.copy.CopyManager", PgjdbcCopy.class.getClassLoader())
        || !connection.isWrapperFor(BaseConnection.class)) {
      throw new MigrationsException(
          "The connection is not one of pgjdbc, or its pool hides that.",
          "Connect by pgjdbc (org.postgresql:postgresql), the only driver that can copy a file.");
    }
    try (InputStream content = file.open()) {
      new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(sql, content);
    } catch (IOException ex) {
      throw new MigrationsException(
          location + " cannot be read: " + ex.getMessage(),
          "Put the file where it is looked for, and keep it there as long as the revision.",
          ex);
    }
  }
}
