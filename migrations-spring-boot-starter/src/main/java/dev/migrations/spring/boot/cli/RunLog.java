package dev.migrations.spring.boot.cli;

import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.Progress;
import dev.migrations.engine.RunReport;
import dev.migrations.graph.Direction;
import dev.migrations.graph.PlanStep;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionNode;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.time.Duration;
import java.util.List;

/**
 * Writes a line for each revision as it starts, in Alembic's words, and one at the end. While a
 * unit takes long, a line moves on a terminal; elsewhere there is one now and then on standard
 * error.
 */
class RunLog implements MigrationsListener {

  private static final Duration MOVING = Duration.ofSeconds(1);

  private final Terminal terminal;
  private final RevisionScripts scripts;

  RunLog(Terminal terminal, RevisionScripts scripts) {
    this.terminal = terminal;
    this.scripts = scripts;
  }

  @Override
  public void stepStarted(PlanStep step) {
    terminal.out().println(line(step, scripts));
  }

  @Override
  public boolean needsCallsBetweenSteps() {
    return false;
  }

  @Override
  public void progress(Progress progress) {
    if (terminal.moving() == null) {
      terminal.err().println(progress.text());
    } else {
      terminal.moving().draw(terminal.styled("faint", progress.shortText()));
    }
  }

  @Override
  public Duration progressInterval() {
    return terminal.moving() == null ? PROGRESS_INTERVAL : MOVING;
  }

  void printEnd(RunReport report) {
    String rows = rows(report.rowsAfter());
    if (report.steps().isEmpty()) {
      terminal.out().println("The database is at " + rows + ", nothing to do");
      return;
    }
    terminal
        .out()
        .println(
            "The database is at %s: %s in %d ms"
                .formatted(rows, revisions(report.steps().size()), report.duration().toMillis()));
  }

  /** {@code Running upgrade a, b -> m, Merge}. */
  static String line(PlanStep step, RevisionScripts scripts) {
    RevisionScript script = scripts.script(step.revision());
    RevisionGraph graph = scripts.graph();
    RevisionNode node =
        graph.contains(step.revision()) ? graph.revision(step.revision()) : script.node();
    String parents = RevisionText.parents(node.downRevisions());
    return step.direction() == Direction.UPGRADE
        ? "Running upgrade %s -> %s, %s".formatted(parents, step.revision(), script.message())
        : "Running downgrade %s -> %s, %s%s"
            .formatted(
                step.revision(),
                parents,
                script.message(),
                step.isOfHalfDone() ? " (half done)" : "");
  }

  static String rows(List<String> rows) {
    return rows.isEmpty() ? "base" : String.join(", ", rows);
  }

  static String revisions(int count) {
    return count == 1 ? "1 revision" : count + " revisions";
  }
}
