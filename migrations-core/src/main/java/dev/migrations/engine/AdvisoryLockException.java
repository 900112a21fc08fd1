package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.time.Duration;
import java.util.List;

/**
 * Another session held the lock of the engine for longer than this one was willing to wait.
 *
 * @since 0.1.0
 */
public final class AdvisoryLockException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final transient List<SessionInfo> holders;

  AdvisoryLockException(Duration waited, List<SessionInfo> holders) {
    super(
        "Another session has been running revisions for longer than the %s that this one waited: %s"
            .formatted(Durations.text(waited), SessionInfo.describe(holders)),
        "Let it finish and start again, raise migrations.advisory-lock-wait, or end it with"
            + " SELECT pg_terminate_backend(%s); what it had committed stays, and the next run goes on from there."
                .formatted(holders.isEmpty() ? "pid" : holders.get(0).pid()));
    this.holders = List.copyOf(holders);
  }

  /** The sessions that hold the lock, usually one. */
  public List<SessionInfo> holders() {
    return holders;
  }
}
