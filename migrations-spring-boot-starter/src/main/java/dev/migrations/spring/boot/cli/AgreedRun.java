package dev.migrations.spring.boot.cli;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Plan;
import dev.migrations.script.RevisionScripts;
import org.jspecify.annotations.Nullable;

/** Stops a run that would not do what was agreed to, because the database moved meanwhile. */
final class AgreedRun extends RunLog {

  private final @Nullable Plan agreed;

  /**
   * @param agreed what was agreed to, or {@code null} for whatever there is to do
   */
  AgreedRun(Terminal terminal, RevisionScripts scripts, @Nullable Plan agreed) {
    super(terminal, scripts);
    this.agreed = agreed;
  }

  @Override
  public void runStarted(Plan plan) {
    if (agreed != null && !agreed.equals(plan)) {
      throw new MigrationsException(
          "Nothing was taken back: someone else has moved the database from %s to %s meanwhile."
              .formatted(RunLog.rows(agreed.rowsBefore()), RunLog.rows(plan.rowsBefore())),
          "Run the command again to see what it takes back now.");
    }
  }
}
