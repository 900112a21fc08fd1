package dev.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.postgresql.core.BaseConnection;
import org.springframework.util.ClassUtils;

/**
 * The process that the server named when the connection was opened (PostgreSQL manual, "Start-up",
 * BackendKeyData). A pooler names one of its own, since it has many.
 */
final class AnnouncedBackend {

  // The driver is an optional dependency: without it, touching its class is an error of the JVM.
  private static final boolean DRIVER =
      ClassUtils.isPresent(
          "org.postgresql.core.BaseConnection", AnnouncedBackend.class.getClassLoader());

  private AnnouncedBackend() {}

  // Not by PGConnection, whose package has annotations that the compiler warns of.
  /** Its id, which costs no round trip; nothing when the driver is not pgjdbc, or hidden. */
  static OptionalInt of(Connection connection) throws SQLException {
    return DRIVER && connection.isWrapperFor(BaseConnection.class)
        ? OptionalInt.of(connection.unwrap(BaseConnection.class).getQueryExecutor().getBackendPID())
        : OptionalInt.empty();
  }
}
