package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.sql.SQLException;

/**
 * A transaction of a run came to a server session that does not have the lock of the run, as a
 * pooler in transaction mode does. Nothing of the unit was kept; units before it stay committed,
 * and the next run goes on behind them.
 *
 * @since 0.1.0
 */
public final class ServerSessionChangedException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what was not committed, as the beginning of a sentence
   * @param backend the process in which the transaction was
   */
  ServerSessionChangedException(String what, int backend, SQLException cause) {
    super(
        """
        %s was not committed: its transaction came to process %s of the server, which does not \
        have the lock of this run. There is a pooler in transaction mode between this application \
        and PostgreSQL. What was committed before it stays, and the next run goes on from there."""
            .formatted(what, backend),
        TransactionPoolingException.ACTION,
        cause);
  }
}
