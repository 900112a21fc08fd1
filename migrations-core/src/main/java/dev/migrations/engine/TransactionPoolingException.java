package dev.migrations.engine;

import dev.migrations.error.MigrationsException;

/**
 * A pooler stands before the server and lends the session of a connection to others after each
 * transaction, or each statement. The lock of a run belongs to one session, so nothing was run.
 *
 * @since 0.1.0
 */
public final class TransactionPoolingException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  /** What to do about such a pooler. */
  static final String ACTION =
      "Set migrations.url, with migrations.user and migrations.password, to the server itself or to"
          + " a pool in session mode (PgBouncer: pool_mode = session), and start again. The"
          + " application's own DataSource may stay behind the pooler.";

  private TransactionPoolingException(String description) {
    super(description, ACTION);
  }

  /**
   * @param mode what the pooler lends its sessions for
   * @param announced the process that the pooler named
   * @param seen what gave it away, as the end of a sentence
   */
  static TransactionPoolingException found(String mode, int announced, String seen) {
    return new TransactionPoolingException(
        """
        There is a pooler in %s mode between this application and PostgreSQL, so no revision is \
        run: the connection was opened to process %s, which is none of the server's, and %s. The \
        lock of a run needs a server session that stays."""
            .formatted(mode, announced, seen));
  }

  /** The lock was there before anybody here took it. */
  static TransactionPoolingException lockedBefore(int backend) {
    return new TransactionPoolingException(
        """
        The server session of process %s has the lock of a run already, which this one did not \
        take: a pooler in transaction mode lends it to several at once, or an earlier run could \
        not give it back. No revision is run in it."""
            .formatted(backend));
  }
}
