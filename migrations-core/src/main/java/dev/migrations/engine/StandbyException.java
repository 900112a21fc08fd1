package dev.migrations.engine;

import dev.migrations.error.MigrationsException;

/**
 * The server is in recovery: a standby that cannot be written to.
 *
 * @since 0.1.0
 */
public final class StandbyException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  StandbyException() {
    super(
        "The server is a standby in recovery; revisions cannot be run on it.",
        "Point the DataSource, or migrations.url, to the primary (targetServerType=primary in the"
            + " JDBC URL picks it from a list of hosts).");
  }
}
