package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL says beside the message, where the driver is pgjdbc. */
final class ServerMessage {

  private static final List<String> PLATFORM =
      List.of("java.", "jdk.", "org.postgresql.", "org.springframework.");

  /** As a server writes it whose messages are in English. */
  private static final Pattern COPIED_LINE = Pattern.compile("COPY .+?, line (\\d{1,9})\\b");

  private ServerMessage() {}

  /** The message with the server's detail and hint, without what is shown elsewhere. */
  static String text(Exception failure) {
    if (failure instanceof MigrationsException known) {
      return known.description();
    }
    if (!(failure instanceof SQLException)) {
      return Excerpt.shortened(failure.toString()) + place(failure);
    }
    if (!(failure instanceof SQLException sql) || !isPgjdbc(sql)) {
      return String.valueOf(failure.getMessage());
    }
    ServerErrorMessage message = ((PSQLException) sql).getServerErrorMessage();
    if (message == null) {
      return String.valueOf(failure.getMessage());
    }
    return message.getSeverity()
        + ": "
        + Excerpt.shortened(String.valueOf(message.getMessage()))
        + line("Detail", message.getDetail())
        + line("Hint", message.getHint())
        + line("Where", message.getWhere());
  }

  /** The line that threw, outside the platform: whoever shows the message may hide the trace. */
  private static String place(Exception failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> PLATFORM.stream().noneMatch(frame.getClassName()::startsWith))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }

  private static String line(String name, @Nullable String text) {
    return text == null ? "" : "%n  %s: %s".formatted(name, Excerpt.shortened(text));
  }

  /** The character at which the server stumbled, from 1, or {@code null}. */
  static @Nullable Integer position(SQLException failure) {
    if (!isPgjdbc(failure)) {
      return null;
    }
    ServerErrorMessage message = ((PSQLException) failure).getServerErrorMessage();
    return message == null || message.getPosition() == 0 ? null : message.getPosition();
  }

  /** The line of the rows of a {@code COPY} at which the server stumbled, from 1; 0 for none. */
  static int copiedLine(SQLException failure) {
    ServerErrorMessage message =
        isPgjdbc(failure) ? ((PSQLException) failure).getServerErrorMessage() : null;
    String where = message == null ? null : message.getWhere();
    Matcher line = COPIED_LINE.matcher(where == null ? "" : where);
    return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
  }

  /** The driver is an optional dependency; its classes are touched only when it threw this. */
  private static boolean isPgjdbc(SQLException failure) {
    return failure.getClass().getName().equals("org.postgresql.util.PSQLException");
  }
}
