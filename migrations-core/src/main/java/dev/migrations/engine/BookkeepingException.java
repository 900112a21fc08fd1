package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.sql.SQLException;

/**
 * The database refused what the engine asked of its own tables.
 *
 * @since 0.1.0
 */
public final class BookkeepingException extends MigrationsException {

  /** What to do where a right is missing. */
  static final String GRANT =
      "Grant it to the user of the DataSource, or to migrations.user: USAGE on the schema, and on"
          + " the three tables SELECT, INSERT, UPDATE and DELETE; SELECT is enough where"
          + " migrations.on-boot is validate or none.";

  private static final long serialVersionUID = 1L;

  BookkeepingException(SQLException cause) {
    super(
        "The database refused a query on the tables %s, %s and %s: %s%n  SQLSTATE %s"
            .formatted(
                Tables.REVISION,
                Tables.HISTORY,
                Tables.JOURNAL,
                ServerMessage.text(cause),
                cause.getSQLState()),
        action(cause),
        cause);
  }

  private static String action(SQLException cause) {
    String advice = ServerLimits.advice(cause);
    return advice == null ? GRANT : advice;
  }
}
