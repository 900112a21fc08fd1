package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.sql.SQLException;

/**
 * The tables of the engine could not be created.
 *
 * @since 0.1.0
 */
public final class TablesNotCreatedException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  /** What to do about a session that may not write. */
  static final String READ_ONLY =
      "The session is read-only: look for default_transaction_read_only of the role, the database or"
          + " the connection, or set migrations.url or migrations.user to one that may write.";

  TablesNotCreatedException(String schema, String user, SQLException cause) {
    super(
        "User %s could not create the tables %s, %s and %s in schema %s: %s%n  SQLSTATE %s"
            .formatted(
                user,
                Tables.REVISION,
                Tables.HISTORY,
                Tables.JOURNAL,
                schema,
                ServerMessage.text(cause),
                cause.getSQLState()),
        action(schema, user, cause),
        cause);
  }

  private static String action(String schema, String user, SQLException cause) {
    String advice = ServerLimits.advice(cause);
    if (advice != null) {
      return advice;
    }
    return SqlStates.isReadOnly(cause)
        ? READ_ONLY
        : "Grant it: GRANT USAGE, CREATE ON SCHEMA %s TO %s; or set migrations.user to a role that may, or migrations.schema to a schema of its own."
            .formatted(schema, user);
  }
}
