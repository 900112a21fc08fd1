package dev.migrations.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL says beside the message, where the driver is pgjdbc. */
final class ServerMessage {

  private ServerMessage() {}

  /** The character at which the server stumbled, from 1, or {@code null}. */
  static @Nullable Integer position(SQLException failure) {
    if (!isPgjdbc(failure)) {
      return null;
    }
    ServerErrorMessage message = ((PSQLException) failure).getServerErrorMessage();
    return message == null || message.getPosition() == 0 ? null : message.getPosition();
  }

  /** The driver is an optional dependency; its classes are touched only when it threw this. */
  private static boolean isPgjdbc(SQLException failure) {
    return failure.getClass().getName().equals("org.postgresql.util.PSQLException");
  }
}
