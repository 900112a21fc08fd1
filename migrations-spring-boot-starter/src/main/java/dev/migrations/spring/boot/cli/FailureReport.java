package dev.migrations.spring.boot.cli;

import dev.migrations.command.AdoptionFailedException;
import dev.migrations.engine.AdvisoryLockException;
import dev.migrations.engine.BookkeepingException;
import dev.migrations.engine.ConcurrentRunException;
import dev.migrations.engine.DatabaseUnavailableException;
import dev.migrations.engine.IndexMismatchException;
import dev.migrations.engine.RevisionFailedException;
import dev.migrations.engine.ServerSessionChangedException;
import dev.migrations.engine.TablesNotCreatedException;
import dev.migrations.error.MigrationsException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells why a command failed, and which exit status that is. */
final class FailureReport {

  /** Those that say that something was tried. The others say what speaks against trying. */
  private static final Set<Class<? extends MigrationsException>> TRIED =
      Set.of(
          AdoptionFailedException.class,
          AdvisoryLockException.class,
          BookkeepingException.class,
          ConcurrentRunException.class,
          DatabaseUnavailableException.class,
          IndexMismatchException.class,
          RevisionFailedException.class,
          ServerSessionChangedException.class,
          TablesNotCreatedException.class);

  private final Terminal terminal;
  private final Problems problems;
  private final boolean stacktrace;
  private final FailureAnalyses analyses;

  FailureReport(
      Terminal terminal, Problems problems, boolean stacktrace, FailureAnalyses analyses) {
    this.terminal = terminal;
    this.problems = problems;
    this.stacktrace = stacktrace;
    this.analyses = analyses;
  }

  /**
   * Reports a failure of a command, or of the application's configuration.
   *
   * @param databaseAddress where the database is, if that is known
   * @return the exit status
   */
  int report(Throwable failure, @Nullable String databaseAddress) {
    MigrationsException known = find(failure);
    if (known instanceof DatabaseUnavailableException) {
      String where = databaseAddress == null ? "" : databaseAddress + ": ";
      problems.failure(where + known.description(), null);
    } else if (known != null) {
      problems.failure(known.description(), known.action());
    } else {
      FailureAnalysis analysis = analyses.of(failure);
      problems.failure(
          analysis == null ? String.valueOf(failure) : analysis.getDescription(),
          analysis == null ? null : analysis.getAction());
    }
    if (stacktrace) {
      failure.printStackTrace(terminal.err());
    }
    return known == null || TRIED.contains(known.getClass())
        ? ExitStatus.FAILED
        : ExitStatus.REFUSED;
  }

  private static @Nullable MigrationsException find(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof MigrationsException known) {
        return known;
      }
    }
    return null;
  }
}
