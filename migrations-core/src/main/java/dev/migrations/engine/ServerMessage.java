package dev.migrations.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL says beside the message, where the driver is pgjdbc. */
final class ServerMessage {

  private ServerMessage() {}

  /** The message with the server's detail and hint, without what is shown elsewhere. */
  static String text(Exception failure) {
    if (!(failure instanceof SQLException sql) || !isPgjdbc(sql)) {
      return String.valueOf(failure.getMessage());
    }
    ServerErrorMessage message = ((PSQLException) sql).getServerErrorMessage();
    if (message == null) {
      return String.valueOf(failure.getMessage());
    }
    return message.getSeverity()
        + ": "
        + message.getMessage()
        + line("Detail", message.getDetail())
        + line("Hint", message.getHint())
        + line("Where", message.getWhere());
  }

  private static String line(String name, @Nullable String text) {
    return text == null ? "" : "%n  %s: %s".formatted(name, text);
  }

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
