package dev.migrations.spring.boot.cli;

import dev.migrations.command.Commands;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.RunReport;
import dev.migrations.graph.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "upgrade", description = "Applies revisions up to a target.")
final class UpgradeCommand extends EngineCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description =
          "head unless given; with --sql also a range FROM:TO. A target alone then starts from an"
              + " empty database.")
  private String target = "head";

  @Mixin private final RunOptions options = new RunOptions();

  UpgradeCommand(Session session) {
    super(session);
  }

  @Override
  void check() {
    options.check();
    if (target.contains(":") && !options.sql) {
      throw new UsageException(
          "A range goes with --sql; to run revisions, name where to go, such as 'head'");
    }
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    Commands commands = new Commands(migrations);
    if (options.sql) {
      terminal.out().print(commands.upgradeSql(target, options.serverVersion()));
      terminal.out().flush();
    } else if (options.dryRun) {
      new DryRun(terminal, migrations.scripts()).print(commands.plan(Direction.UPGRADE, target));
    } else {
      RunLog log = new RunLog(terminal, migrations.scripts());
      RunReport report = commands.upgrade(target, log).report();
      log.printEnd(report);
    }
    return ExitStatus.DONE;
  }
}
