package dev.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction that is open for a moment on a second connection, so that a pooler in transaction
 * mode cannot lend its server session to the first one. There may never be a second connection: see
 * {@link Lookout}.
 */
final class HeldTransaction implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HeldTransaction.class);

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final CompletableFuture<@Nullable ServerSession> held = new CompletableFuture<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(RunThread.named("migrations-pool-mode"));

  private HeldTransaction() {}

  /** Opens it beside that session. */
  static HeldTransaction beside(Session session) {
    HeldTransaction transaction = new HeldTransaction();
    transaction.thread.execute(() -> transaction.hold(session));
    return transaction;
  }

  private void hold(Session session) {
    try (Session other = session.openAnother()) {
      if (other == null) {
        held.complete(null);
      } else {
        NetworkLimit.within(PATIENCE, other.connection(), this::hold);
      }
    } catch (SQLException | RuntimeException ex) {
      log.debug("No second connection to look at what a pooler does", ex);
      held.complete(null);
    }
  }

  private ServerSession hold(Connection connection) throws SQLException {
    return ServerSession.during(
        connection,
        seen -> {
          held.complete(seen);
          awaitEnd();
        });
  }

  /** Not for ever: whoever looks meanwhile may be waiting for this very session. */
  private void awaitEnd() {
    try {
      if (!end.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("The pooler had no other server session within {}", PATIENCE);
      }
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
    }
  }

  /** The server session that it is in; nothing when there is no second connection in time. */
  Optional<ServerSession> session() {
    try {
      return Optional.ofNullable(held.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException ex) {
      log.debug("No second connection to look at what a pooler does within {}", PATIENCE);
      return Optional.empty();
    } catch (ExecutionException ex) {
      throw new IllegalStateException(ex);
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    end.countDown();
    thread.shutdownNow();
    RunThread.awaitEnd(thread);
  }
}
