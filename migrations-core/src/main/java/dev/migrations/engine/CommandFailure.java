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

  /**
   * @param command the command that failed, or {@code null} when it is not known
   * @param number its number among the commands of its unit, from 1; 0 when it is not known
   */
  CommandFailure(Phase phase, @Nullable Command command, int number, Exception cause) {
    super(cause);
    this.phase = phase;
    this.command = command;
    this.number = number;
    this.reason = cause;
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
