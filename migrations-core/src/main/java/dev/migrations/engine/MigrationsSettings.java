package dev.migrations.engine;

import dev.migrations.error.OneLine;
import dev.migrations.sql.SqlNames;
import dev.migrations.sql.SqlTextException;
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
 * @param reconnectWait how long to try to reach the server again when a connection broke during a
 *     run; zero for not at all
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
    Duration reconnectWait,
    Reaction onEditedRevision,
    Reaction onUnknownRevision,
    @Nullable String application,
    @Nullable String applicationVersion) {

  public MigrationsSettings {
    require(!lockTimeout.isNegative(), "lockTimeout", "zero or more");
    require(lockAttempts >= 1, "lockAttempts", "at least 1");
    require(!statementTimeout.isNegative(), "statementTimeout", "zero or more");
    require(!advisoryLockWait.isNegative(), "advisoryLockWait", "zero or more");
    require(
        !advisoryLockPollInterval.isNegative() && !advisoryLockPollInterval.isZero(),
        "advisoryLockPollInterval",
        "more than zero");
    require(!reconnectWait.isNegative(), "reconnectWait", "zero or more");
    requireName(schema);
    requireLine(application, "application");
    requireLine(applicationVersion, "applicationVersion");
  }

  /** What is used unless it is set. */
  public static MigrationsSettings defaults() {
    return new MigrationsSettings(
        null,
        Duration.ofSeconds(5),
        10,
        Duration.ofHours(1),
        Duration.ofMinutes(10),
        Duration.ofMillis(500),
        Duration.ofMinutes(2),
        Reaction.FAIL,
        Reaction.FAIL,
        null,
        null);
  }

  /** These settings, with another value for the schema of the tables. */
  public MigrationsSettings withSchema(@Nullable String value) {
    return new MigrationsSettings(
        value,
        lockTimeout,
        lockAttempts,
        statementTimeout,
        advisoryLockWait,
        advisoryLockPollInterval,
        reconnectWait,
        onEditedRevision,
        onUnknownRevision,
        application,
        applicationVersion);
  }

  /** These settings, with another value for how long a statement waits for a lock on a table. */
  public MigrationsSettings withLockTimeout(Duration value) {
    return new MigrationsSettings(
        schema,
        value,
        lockAttempts,
        statementTimeout,
        advisoryLockWait,
        advisoryLockPollInterval,
        reconnectWait,
        onEditedRevision,
        onUnknownRevision,
        application,
        applicationVersion);
  }

  /** These settings, with another value for how often a unit is tried. */
  public MigrationsSettings withLockAttempts(int value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        value,
        statementTimeout,
        advisoryLockWait,
        advisoryLockPollInterval,
        reconnectWait,
        onEditedRevision,
        onUnknownRevision,
        application,
        applicationVersion);
  }

  /** These settings, with another value for how long a statement runs. */
  public MigrationsSettings withStatementTimeout(Duration value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        lockAttempts,
        value,
        advisoryLockWait,
        advisoryLockPollInterval,
        reconnectWait,
        onEditedRevision,
        onUnknownRevision,
        application,
        applicationVersion);
  }

  /** These settings, with another value for how long to wait for another instance. */
  public MigrationsSettings withAdvisoryLockWait(Duration value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        lockAttempts,
        statementTimeout,
        value,
        advisoryLockPollInterval,
        reconnectWait,
        onEditedRevision,
        onUnknownRevision,
        application,
        applicationVersion);
  }

  /** These settings, with another value for the pause between two looks at its lock. */
  public MigrationsSettings withAdvisoryLockPollInterval(Duration value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        lockAttempts,
        statementTimeout,
        advisoryLockWait,
        value,
        reconnectWait,
        onEditedRevision,
        onUnknownRevision,
        application,
        applicationVersion);
  }

  /** These settings, with another value for how long to try to reach the server again. */
  public MigrationsSettings withReconnectWait(Duration value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        lockAttempts,
        statementTimeout,
        advisoryLockWait,
        advisoryLockPollInterval,
        value,
        onEditedRevision,
        onUnknownRevision,
        application,
        applicationVersion);
  }

  /** These settings, with another value for what to do about an edited revision. */
  public MigrationsSettings withOnEditedRevision(Reaction value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        lockAttempts,
        statementTimeout,
        advisoryLockWait,
        advisoryLockPollInterval,
        reconnectWait,
        value,
        onUnknownRevision,
        application,
        applicationVersion);
  }

  /** These settings, with another value for what to do about an unknown revision. */
  public MigrationsSettings withOnUnknownRevision(Reaction value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        lockAttempts,
        statementTimeout,
        advisoryLockWait,
        advisoryLockPollInterval,
        reconnectWait,
        onEditedRevision,
        value,
        application,
        applicationVersion);
  }

  /** These settings, with another value for the name that the history rows carry. */
  public MigrationsSettings withApplication(@Nullable String value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        lockAttempts,
        statementTimeout,
        advisoryLockWait,
        advisoryLockPollInterval,
        reconnectWait,
        onEditedRevision,
        onUnknownRevision,
        value,
        applicationVersion);
  }

  /** These settings, with another value for the version that the history rows carry. */
  public MigrationsSettings withApplicationVersion(@Nullable String value) {
    return new MigrationsSettings(
        schema,
        lockTimeout,
        lockAttempts,
        statementTimeout,
        advisoryLockWait,
        advisoryLockPollInterval,
        reconnectWait,
        onEditedRevision,
        onUnknownRevision,
        application,
        value);
  }

  private static void requireName(@Nullable String schema) {
    try {
      if (schema != null) {
        SqlNames.quote(schema);
      }
    } catch (SqlTextException ex) {
      throw new IllegalArgumentException("schema must be one of PostgreSQL: " + ex.problem(), ex);
    }
  }

  private static void requireLine(@Nullable String text, String name) {
    String obstacle = text == null ? null : OneLine.obstacle(text);
    require(obstacle == null, name, "one line of text, and contains " + obstacle);
  }

  private static void require(boolean condition, String name, String wanted) {
    if (!condition) {
      throw new IllegalArgumentException(name + " must be " + wanted);
    }
  }
}
