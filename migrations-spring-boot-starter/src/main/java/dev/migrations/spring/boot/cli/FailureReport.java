package dev.migrations.spring.boot.cli;

import dev.migrations.engine.AdvisoryLockException;
import dev.migrations.engine.BookkeepingException;
import dev.migrations.engine.ConcurrentRunException;
import dev.migrations.engine.DatabaseUnavailableException;
import dev.migrations.engine.IndexMismatchException;
import dev.migrations.engine.RevisionFailedException;
import dev.migrations.engine.TablesNotCreatedException;
import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** Tells why a command failed, and which exit status that is. */
final class FailureReport {

  /** Those that say that something was tried. The others say what speaks against trying. */
  private static final Set<Class<? extends MigrationsException>> TRIED =
      Set.of(
          AdvisoryLockException.class,
          BookkeepingException.class,
          ConcurrentRunException.class,
          DatabaseUnavailableException.class,
          IndexMismatchException.class,
          RevisionFailedException.class,
          TablesNotCreatedException.class);

  private final Terminal terminal;
  private final boolean stacktrace;

  FailureReport(Terminal terminal, boolean stacktrace) {
    this.terminal = terminal;
    this.stacktrace = stacktrace;
  }

  /**
   * Reports a failure of a command.
   *
   * @param databaseAddress where the database is, if that is known
   * @return the exit status
   */
  int report(Throwable failure, @Nullable String databaseAddress) {
    return report(failure, databaseAddress, null);
  }

  /**
   * Reports that the application's configuration could not be read.
   *
   * @param context the context that failed, if there was one already
   * @return the exit status
   */
  int reportStart(Throwable failure, @Nullable ConfigurableApplicationContext context) {
    return report(failure, null, context);
  }

  private int report(
      Throwable failure,
      @Nullable String databaseAddress,
      @Nullable ConfigurableApplicationContext context) {
    MigrationsException known = find(failure);
    if (known instanceof DatabaseUnavailableException) {
      String where = databaseAddress == null ? "" : databaseAddress + ": ";
      terminal.err().println(failed(where + known.description()));
    } else if (known != null) {
      terminal.err().println(failed(known.description()));
      terminal.err().println(known.action());
    } else if (!isExplained(failure, context)) {
      terminal.err().println(failed(String.valueOf(failure)));
    }
    if (stacktrace) {
      failure.printStackTrace(terminal.err());
    }
    return known == null || TRIED.contains(known.getClass())
        ? ExitStatus.FAILED
        : ExitStatus.REFUSED;
  }

  private String failed(String text) {
    return terminal.styled("bold,fg(red)", "FAILED:") + " " + text;
  }

  private static @Nullable MigrationsException find(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof MigrationsException known) {
        return known;
      }
    }
    return null;
  }

  /** Spring Boot and the libraries on the class path know how to explain many failures. */
  private static boolean isExplained(
      Throwable failure, @Nullable ConfigurableApplicationContext context) {
    List<SpringBootExceptionReporter> reporters =
        SpringFactoriesLoader.forDefaultResourceLocation(FailureReport.class.getClassLoader())
            .load(
                SpringBootExceptionReporter.class,
                context == null
                    ? ArgumentResolver.none()
                    : ArgumentResolver.of(ConfigurableApplicationContext.class, context));
    return reporters.stream().anyMatch(reporter -> reporter.reportException(failure));
  }
}
