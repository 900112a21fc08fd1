package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.error.MigrationsException;
import dev.migrations.operation.Command;
import dev.migrations.sql.CopyData;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns the failure of a unit into a history row and an exception that says what to do. */
final class Failures {

  private final Connection connection;
  private final Step step;
  private final int units;
  private final MigrationsSettings settings;

  Failures(Connection connection, Step step, int units, MigrationsSettings settings) {
    this.connection = connection;
    this.step = step;
    this.units = units;
    this.settings = settings;
  }

  /**
   * @param unit the index of the unit that failed
   * @param ran how long the revision had been running
   */
  MigrationsException report(
      CommandFailure failure, int unit, Duration ran, Bookkeeping bookkeeping) {
    MigrationsException exception = exception(failure, unit);
    for (Throwable suppressed : failure.getSuppressed()) {
      exception.addSuppressed(suppressed);
    }
    CleanUp.execute(
        exception, connection, bookkeeping.failed(step, ran, ServerMessage.text(failure.reason())));
    return exception;
  }

  private MigrationsException exception(CommandFailure failure, int unit) {
    Exception cause = failure.reason();
    if (cause instanceof SQLException sql && failure.phase() == Phase.GUARD) {
      return ConcurrentRunException.revision(step.revision(), step.rowsBefore(), sql);
    }
    if (cause instanceof SQLException sql && SessionGuard.refusedIn(sql).isPresent()) {
      return new ServerSessionChangedException(
          "Unit %d of revision %s".formatted(unit + 1, step.revision()),
          SessionGuard.refusedIn(sql).getAsInt(),
          sql);
    }
    Command command = failure.command();
    String statement = command instanceof Command.Sql sql ? sql.sql() : null;
    SQLException sql = cause instanceof SQLException exception ? exception : null;
    return new RevisionFailedException(
        step.revision(),
        step.direction(),
        statement,
        sql == null ? null : sql.getSQLState(),
        sql == null ? null : ServerMessage.position(sql),
        description(failure, unit, statement, sql),
        action(failure, unit),
        cause);
  }

  private String description(
      CommandFailure failure, int unit, @Nullable String statement, @Nullable SQLException sql) {
    StringBuilder text = new StringBuilder();
    text.append(
        "The %s of revision %s (%s) failed: %s"
            .formatted(
                Codes.of(step.direction()),
                step.revision(),
                step.script().message(),
                ServerMessage.text(failure.reason())));
    text.append("%n  in %s".formatted(step.script().node().origin()));
    if (failure.command() instanceof Command.Sql command && command.line() > 0) {
      text.append(", line ").append(line(command, sql));
    }
    text.append(
        ", unit %d of %d".formatted(Math.min(unit + 1, Math.max(units, 1)), Math.max(units, 1)));
    text.append(where(failure));
    if (sql != null) {
      text.append(", SQLSTATE ").append(sql.getSQLState());
      Integer position = ServerMessage.position(sql);
      if (position != null) {
        text.append(", position ").append(position);
      }
    }
    if (statement != null) {
      text.append("%n%s".formatted(Excerpt.of(statement, sql).indent(4).stripTrailing()));
    }
    return text.toString();
  }

  /** Of a row that was refused, its own line. */
  private static int line(Command.Sql command, @Nullable SQLException sql) {
    CopyData rows = command.copyData();
    if (rows == null || sql == null) {
      return command.line();
    }
    int row = ServerMessage.copiedLine(sql);
    return row == 0 ? command.line() : rows.line() + row - 1;
  }

  private static String where(CommandFailure failure) {
    return switch (failure.phase()) {
      case COMMAND ->
          failure.command() instanceof Command.Code code
              ? ", code \"" + code.description() + "\""
              : failure.number() > 0 ? ", statement " + failure.number() : "";
      case COMMIT -> ", at the commit";
      case GUARD, BOOKKEEPING -> ", while the run was being recorded";
    };
  }

  private String action(CommandFailure failure, int unit) {
    String kept = failure.kept() == null ? keptUnits(unit) : failure.kept();
    if (failure.isLockContention()) {
      return "It was tried %s. %s Start again when the table is free, or raise migrations.lock-attempts or migrations.lock-timeout. %s"
          .formatted(times(settings.lockAttempts()), Blockers.describe(connection, failure), kept);
    }
    if (failure.reason() instanceof SQLException sql && SqlStates.isUnreachable(sql)) {
      return "The connection broke, so nobody here knows whether the unit was committed. Start again: the next run asks the database and goes on from there.";
    }
    if (failure.reason() instanceof SQLException sql && SqlStates.isReadOnly(sql)) {
      return kept + " " + TablesNotCreatedException.READ_ONLY;
    }
    if (failure.reason() instanceof MigrationsException known) {
      return known.action() + " " + kept;
    }
    String advice = ServerLimits.advice(failure.reason());
    if (advice != null) {
      return kept + " " + advice;
    }
    if (failure.command() == null
        && failure.reason() instanceof SQLException sql
        && SqlStates.isNotPermitted(sql)) {
      return kept + " " + BookkeepingException.GRANT;
    }
    if (failure.command() == null
        && failure.reason() instanceof SQLException sql
        && SqlStates.isUntranslatable(sql)) {
      return kept
          + " Write the id, the message and the name of the application in characters that the"
          + " encoding of the database has, or use a database in UTF8.";
    }
    return kept + " Correct the revision, or what it met in the database, and start again.";
  }

  private static String times(int number) {
    return number == 1 ? "once" : number + " times";
  }

  private static String keptUnits(int unit) {
    return unit == 0
        ? "Nothing of the revision was kept."
        : "The %d unit%s before it stay%s committed; the next run goes on behind %s."
            .formatted(unit, unit == 1 ? "" : "s", unit == 1 ? "s" : "", unit == 1 ? "it" : "them");
  }
}
