package dev.migrations.engine;

import dev.migrations.operation.Command;
import dev.migrations.operation.Unit;
import java.util.List;

/**
 * Writes a revision into a script: the same units with the same bookkeeping as {@link StepRunner},
 * so that a run goes on where a script stopped.
 */
final class OfflineStep {

  private final ScriptText text;
  private final MigrationsSettings settings;
  private final int serverVersion;
  private final Bookkeeping bookkeeping;
  private final Journal journal;
  private final SessionDefaults defaults = SessionDefaults.saved();

  OfflineStep(ScriptText text, MigrationsSettings settings, int serverVersion) {
    this.text = text;
    this.settings = settings;
    this.serverVersion = serverVersion;
    Tables tables = new Tables(settings.schema());
    this.bookkeeping = new Bookkeeping(tables, settings, null);
    this.journal = new Journal(tables);
  }

  void write(Step step) {
    text.emptyLine();
    text.comment(
        "%s %s (%s)"
            .formatted(Codes.of(step.direction()), step.revision(), step.script().message()));
    Units units = Units.of(step, serverVersion);
    List<String> finish = bookkeeping.finish(step, units.needJournal());
    int last = units.all().size() - 1;
    for (int i = 0; i <= last; i++) {
      Unit unit = units.all().get(i);
      if (unit instanceof Unit.OutsideTransaction single) {
        outside(single, units.at(i));
      } else if (unit instanceof Unit.Transaction transaction) {
        List<String> done = journal.done(units.at(i), false);
        transaction(transaction.commands(), i == last ? finish : done);
      } else {
        throw new IllegalStateException("No script can hold " + unit);
      }
    }
    if (units.all().isEmpty() || units.endOutside()) {
      transaction(List.of(), finish);
    }
  }

  private void transaction(List<Command> commands, List<String> closing) {
    text.statement("BEGIN");
    text.statement(defaults.forTransaction(settings.lockTimeout(), settings.statementTimeout()));
    commands.forEach(command -> text.statement((Command.Sql) command));
    if (settings.schema() == null && !commands.isEmpty()) {
      text.statement(defaults.searchPathForTransaction());
    }
    text.statements(closing);
    text.statement("COMMIT");
  }

  private void outside(Unit.OutsideTransaction unit, StepUnit noted) {
    text.statement(
        defaults.forStatement(
            unit.statement(), settings.lockTimeout(), settings.statementTimeout()));
    text.statement(journal.started(noted));
    text.statement(unit.statement().sql());
    text.statement(journal.finished(noted));
    text.statement(defaults.restore());
  }
}
