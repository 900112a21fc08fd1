package dev.migrations.spring.boot.cli;

import dev.migrations.command.Commands;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.PlannedRun;
import dev.migrations.engine.PlannedStep;
import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "downgrade",
    description = "Takes revisions back down to a target, after asking on the terminal.")
final class DowngradeCommand extends EngineCommand {

  @Parameters(
      paramLabel = "TARGET",
      description = "Such as -1, base or an id; with --sql a range FROM:TO.")
  private String target = "";

  @Mixin private final YesOption yes = new YesOption();
  @Mixin private final RunOptions options = new RunOptions();

  DowngradeCommand(Session session) {
    super(session);
  }

  @Override
  void check() {
    options.check();
    if (options.sql != target.contains(":")) {
      throw new UsageException(
          options.sql
              ? "downgrade with --sql needs a range FROM:TO, such as head:base"
              : "A range goes with --sql; to take revisions back, name where to go, such as '-1'");
    }
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    Commands commands = new Commands(migrations);
    if (options.sql) {
      terminal.out().print(commands.downgradeSql(target, options.serverVersion()));
      terminal.out().flush();
    } else if (options.dryRun) {
      new DryRun(terminal, migrations.scripts()).print(commands.plan(Direction.DOWNGRADE, target));
    } else {
      Plan agreed = yes.isGiven() ? null : agree(commands, terminal);
      RunLog log = new AgreedRun(terminal, migrations.scripts(), agreed);
      log.printEnd(commands.downgrade(target, log).report());
    }
    return ExitStatus.DONE;
  }

  private @Nullable Plan agree(Commands commands, Terminal terminal) {
    PlannedRun planned = commands.plan(Direction.DOWNGRADE, target);
    Plan plan = planned.plan();
    if (plan.isEmpty()) {
      return plan;
    }
    terminal.err().println("This takes back " + RunLog.revisions(plan.steps().size()) + ":");
    for (PlannedStep step : planned.steps()) {
      terminal
          .err()
          .println(
              "  %s, %s%s"
                  .formatted(
                      step.step().revision(),
                      step.message(),
                      step.step().isOfHalfDone() ? " (half done)" : ""));
      step.losses().forEach(loss -> terminal.err().println("    loses data: " + loss));
    }
    YesOption.ask(terminal, "Take them back?", "Nothing was taken back", "take the revisions back");
    return plan;
  }
}
