package dev.migrations.spring.boot.cli;

import dev.migrations.engine.PlannedRun;
import dev.migrations.engine.PlannedStep;
import dev.migrations.engine.PlannedUnit;
import dev.migrations.graph.Plan;
import dev.migrations.operation.Command;
import dev.migrations.script.RevisionScripts;
import dev.migrations.sql.CopyData;
import java.util.List;
import java.util.Locale;

/** Shows what a run would do. What is not SQL is a comment. */
final class DryRun {

  private final Terminal terminal;
  private final RevisionScripts scripts;

  DryRun(Terminal terminal, RevisionScripts scripts) {
    this.terminal = terminal;
    this.scripts = scripts;
  }

  void print(PlannedRun run) {
    Plan plan = run.plan();
    if (plan.isEmpty()) {
      comment("The database is at " + RunLog.rows(plan.rowsBefore()) + ", nothing to do");
      return;
    }
    comment(
        "From %s to %s: %s; nothing is run"
            .formatted(
                RunLog.rows(plan.rowsBefore()),
                RunLog.rows(plan.rowsAfter()),
                RunLog.revisions(plan.steps().size())));
    run.steps().forEach(this::print);
  }

  private void print(PlannedStep step) {
    terminal.out().println();
    comment(RunLog.line(step.step(), scripts));
    step.losses().forEach(loss -> comment("Loses data: " + loss));
    List<PlannedUnit> units = step.units();
    for (int i = 0; i < units.size(); i++) {
      PlannedUnit unit = units.get(i);
      comment(
          "Unit %d of %d, %s%s"
              .formatted(
                  i + 1, units.size(), kind(unit), unit.done() ? ", done by an earlier run" : ""));
      if (!unit.done()) {
        LockLines.of(unit.locks()).forEach(this::comment);
      }
      unit.commands().forEach(this::print);
    }
  }

  private static String kind(PlannedUnit unit) {
    if (unit.inBatches()) {
      return "in batches, each a transaction";
    }
    return unit.outsideTransaction() ? "outside a transaction" : "a transaction";
  }

  private void print(Command command) {
    if (command instanceof Command.Sql statement) {
      terminal.out().println(statement.sql() + ";");
      CopyData rows = statement.copyData();
      if (rows != null) {
        comment(String.format(Locale.ROOT, "Copies %,d lines", rows.lines()));
      }
    } else if (command instanceof Command.Code code) {
      comment("Code: " + code.description());
    }
  }

  private void comment(String text) {
    terminal.out().println(terminal.styled("faint", "-- " + text));
  }
}
