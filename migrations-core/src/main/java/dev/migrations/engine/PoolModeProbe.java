package dev.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a pooler between here and the server takes the server session away after each
 * transaction. Without a pooler it costs nothing.
 *
 * <p>One in transaction mode that has nothing else to do, and has used one server session so far,
 * gives us that one again and again. While another connection holds it, it cannot; and while that
 * one holds another, neither can be the same.
 */
final class PoolModeProbe {

  private static final Logger log = LoggerFactory.getLogger(PoolModeProbe.class);

  private static final String TRANSACTION = "transaction";
  private static final String STATEMENT = "statement";

  /** A pooler with other clients gives out its server sessions by chance. */
  private static final int LOOKS = 4;

  private final Session session;
  private final Connection connection;
  private final int backend;

  /**
   * @param backend the process that answered the last query
   */
  PoolModeProbe(Session session, int backend) {
    this.session = session;
    this.connection = session.connection();
    this.backend = backend;
  }

  /**
   * Leaves nothing behind. What it misses, {@link SessionGuard} stops later.
   *
   * @throws TransactionPoolingException when the session does not stay
   */
  void refuseTransactionMode() throws SQLException {
    OptionalInt announced = AnnouncedBackend.of(connection);
    if (announced.isEmpty() || announced.getAsInt() == backend) {
      return;
    }
    refuseTransactionMode(announced.getAsInt());
    log.debug("There is a pooler on the way to the server; process {} stays with us", backend);
  }

  private void refuseTransactionMode(int announced) throws SQLException {
    ServerSession own = lookInTransaction(announced);
    requireSame(announced, own.pid());
    lookAgain(announced);
    try (HeldTransaction other = HeldTransaction.beside(session)) {
      Optional<ServerSession> taken = other.session();
      if (taken.isPresent() && taken.get().equals(own)) {
        throw TransactionPoolingException.found(
            TRANSACTION,
            announced,
            "process %s, which served it, was lent to another connection".formatted(own.pid()));
      }
      if (taken.isPresent()) {
        lookAgain(announced);
      }
    }
  }

  /** A pooler in statement mode ends the connection when a transaction stays open. */
  private ServerSession lookInTransaction(int announced) throws SQLException {
    try {
      return ServerSession.during(connection, seen -> {});
    } catch (SQLException ex) {
      if (SqlStates.isProtocolViolation(ex)) {
        TransactionPoolingException refusal =
            TransactionPoolingException.found(
                STATEMENT, announced, "it may not have a transaction: " + ServerMessage.text(ex));
        // As a cause it would look like a connection that broke, and is worth another try.
        refusal.addSuppressed(ex);
        throw refusal;
      }
      throw ex;
    }
  }

  private void lookAgain(int announced) throws SQLException {
    for (int look = 0; look < LOOKS; look++) {
      requireSame(announced, ServerSession.of(connection).pid());
    }
  }

  private void requireSame(int announced, int seen) {
    if (seen != backend) {
      throw TransactionPoolingException.found(
          TRANSACTION,
          announced,
          "was served by process %s and then by process %s".formatted(backend, seen));
    }
  }
}
