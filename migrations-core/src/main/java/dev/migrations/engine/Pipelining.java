package dev.migrations.engine;

import dev.migrations.operation.Command;
import dev.migrations.operation.Unit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides the steps of a run into those that go to the server together, in one round trip, and
 * those that go alone. Together go small transactions that only define something and touch no
 * tables but those that the run created itself: they neither wait nor take long, so that nothing is
 * lost when nobody can stop the run between them. Each stays a transaction of its own.
 */
final class Pipelining {

  private final DatabaseState state;
  private final int serverVersion;
  private final TransactionFrame frame;
  private final Iterator<Step> steps;
  private final boolean wanted;
  private final NewTables newTables = new NewTables();

  private @Nullable Part ahead;

  /**
   * @param steps the steps of the run, in order
   * @param wanted whether any may go together
   */
  Pipelining(
      DatabaseState state,
      int serverVersion,
      TransactionFrame frame,
      Iterator<Step> steps,
      boolean wanted) {
    this.state = state;
    this.serverVersion = serverVersion;
    this.frame = frame;
    this.steps = steps;
    this.wanted = wanted;
  }

  /**
   * A step, and what it says to the server.
   *
   * @param transaction its statements between BEGIN and COMMIT; empty when it has to go alone
   */
  record Part(Units units, List<String> transaction) {

    Step step() {
      return units.step();
    }

    private boolean mayGoTogether() {
      return !transaction.isEmpty();
    }

    private int length() {
      return transaction.stream().mapToInt(String::length).sum();
    }
  }

  boolean hasNext() {
    return ahead != null || steps.hasNext();
  }

  /** The step that comes next. */
  Part one() {
    Part next = ahead == null ? part(steps.next()) : ahead;
    ahead = null;
    return next;
  }

  /** The steps that come next and go together, or one that goes alone. */
  List<Part> several() {
    List<Part> together = new ArrayList<>();
    int length = 0;
    while (hasNext()) {
      Part next = one();
      length += next.length();
      if (!together.isEmpty()
          && (!next.mayGoTogether() || length > TransactionRunner.LARGEST_BATCH)) {
        ahead = next;
        break;
      }
      together.add(next);
      if (!next.mayGoTogether()) {
        break;
      }
    }
    return together;
  }

  private Part part(Step step) {
    Units units =
        Units.of(
            step, state.operations(serverVersion).of(step.planned(), step.script()), serverVersion);
    return new Part(units, wanted && isSmall(units) ? transaction(units) : List.of());
  }

  private boolean isSmall(Units units) {
    Step step = units.step();
    boolean onlyNewTables = true;
    for (Unit unit : units.all()) {
      onlyNewTables &= newTables.areEnoughFor(unit.commands());
    }
    return onlyNewTables
        && !units.needJournal()
        && state.journalOf(step.revision(), step.direction()).isEmpty();
  }

  private List<String> transaction(Units units) {
    List<String> statements = new ArrayList<>();
    statements.add(frame.opening());
    for (Unit unit : units.all()) {
      for (Command command : unit.commands()) {
        statements.add(((Command.Sql) command).sql());
      }
    }
    statements.addAll(frame.finish(units.step(), false).statements());
    return statements;
  }
}
