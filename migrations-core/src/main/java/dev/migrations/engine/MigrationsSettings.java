package dev.migrations.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How revisions are run.
 *
 * @param schema the schema of the tables {@code migrations_revision}, {@code migrations_history}
 *     and {@code migrations_journal}, or {@code null} for the current one
 * @param lockTimeout how long a statement may wait for a lock on a table before its unit gives way
 *     ({@code lock_timeout})
 * @param lockAttempts how often a unit is tried when it met {@code lockTimeout} or a deadlock, at
 *     least 1
 * @param statementTimeout how long a single statement may run ({@code statement_timeout}); zero for
 *     no limit
 * @param advisoryLockWait how long to wait for another instance that runs revisions
 * @param advisoryLockPollInterval the pause between two looks at that lock
 * @param onEditedRevision what to do when a revision was edited after it was applied
 * @param onUnknownRevision what to do when the database is at a revision that the application does
 *     not have
 * @param application the name that the history rows carry, or {@code null}
 * @param applicationVersion the version that the history rows carry, or {@code null}
 * @since 0.1.0
 */
public record MigrationsSettings(
    @Nullable String schema,
    Duration lockTimeout,
    int lockAttempts,
    Duration statementTimeout,
    Duration advisoryLockWait,
    Duration advisoryLockPollInterval,
    Reaction onEditedRevision,
    Reaction onUnknownRevision,
    @Nullable String application,
    @Nullable String applicationVersion) {

  /** What is used unless it is set. */
  public static MigrationsSettings defaults() {
    return new MigrationsSettings(
        null,
        Duration.ofSeconds(5),
        10,
        Duration.ofHours(1),
        Duration.ofMinutes(10),
        Duration.ofMillis(500),
        Reaction.FAIL,
        Reaction.FAIL,
        null,
        null);
  }
}
