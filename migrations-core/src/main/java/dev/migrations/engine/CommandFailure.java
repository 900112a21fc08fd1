package dev.migrations.engine;

import dev.migrations.operation.Command;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Something in a unit failed; the unit was rolled back. */
final class CommandFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** What a unit was doing when it failed. */
  enum Phase {
    COMMAND,
    GUARD,
    BOOKKEEPING,
    COMMIT
  }

  private final Phase phase;
  private final transient @Nullable Command command;
  private final int number;
  private final Exception reason;
  private final @Nullable String kept;

  /**
   * @param command the command that failed, or {@code null} when it is not known
   * @param number its number among the commands of its unit, from 1; 0 when it is not known
   */
  CommandFailure(Phase phase, @Nullable Command command, int number, Exception cause) {
    this(phase, command, number, cause, null);
  }

  private CommandFailure(
      Phase phase, @Nullable Command command, int number, Exception cause, @Nullable String kept) {
    super(cause);
    this.phase = phase;
    this.command = command;
    this.number = number;
    this.reason = cause;
    this.kept = kept;
  }

  /**
   * The same failure of a unit of which a part was committed.
   *
   * @param part which, as a sentence
   */
  CommandFailure keeping(String part) {
    CommandFailure same = new CommandFailure(phase, command, number, reason, part);
    for (Throwable suppressed : getSuppressed()) {
      same.addSuppressed(suppressed);
    }
    return same;
  }

  /** What of the unit was committed, as a sentence; {@code null} for nothing. */
  @Nullable String kept() {
    return kept;
  }

  Phase phase() {
    return phase;
  }

  @Nullable Command command() {
    return command;
  }

  int number() {
    return number;
  }

  Exception reason() {
    return reason;
  }

  boolean isLockContention() {
    // Spring's exceptions, which code may throw, have the server's as their cause.
    for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && SqlStates.isLockContention(sql)) {
        return true;
      }
    }
    return false;
  }
}
