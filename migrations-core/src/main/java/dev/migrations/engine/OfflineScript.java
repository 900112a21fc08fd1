package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.error.OneLine;
import dev.migrations.graph.Direction;
import dev.migrations.graph.NotADowngradeTargetException;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.Target;
import dev.migrations.graph.TargetRange;
import dev.migrations.operation.Command;
import dev.migrations.operation.Unit;
import dev.migrations.script.RevisionScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes a run as a script that needs no application. */
final class OfflineScript {

  private final RevisionScripts scripts;
  private final RevisionGraph graph;
  private final MigrationsSettings settings;
  private final int serverVersion;

  OfflineScript(RevisionScripts scripts, MigrationsSettings settings, int serverVersion) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.settings = settings;
    this.serverVersion = serverVersion;
  }

  String upgrade(String text) {
    TargetRange range =
        text.indexOf(':') < 0 ? new TargetRange(null, Target.parse(text)) : TargetRange.parse(text);
    List<String> start = OfflineStart.rows(graph, range.from(), text);
    if (range.to() == null) {
      return write(graph.upgrade(start, "heads"));
    }
    Plan plan = graph.upgrade(start, range.to());
    if (plan.isEmpty() && !isAt(start, range.to())) {
      throw new MigrationsException(
          "'%s' is no upgrade: what it leads to is applied where it begins.".formatted(text),
          "Write the ends the other way round, or the script of a downgrade.");
    }
    return write(plan);
  }

  private boolean isAt(List<String> rows, Target target) {
    RevisionGraph planning = graph.forDatabase(rows, List.of());
    return planning.applied(planning.resolve(rows, target)).equals(planning.applied(rows));
  }

  String downgrade(String text) {
    TargetRange range = TargetRange.parse(text);
    if (range.from() == null || range.to() == null) {
      throw new MigrationsException(
          "'%s' does not say %s the script takes the database."
              .formatted(text, range.from() == null ? "from where" : "to where"),
          "Write both ends: from:to, such as head:base.");
    }
    try {
      return write(graph.downgrade(OfflineStart.rows(graph, range.from(), text), range.to()));
    } catch (NotADowngradeTargetException ex) {
      throw new MigrationsException(
          "'%s' is no downgrade: where it leads to is not below where it begins.".formatted(text),
          "Write the ends the other way round, or the script of an upgrade.",
          ex);
    }
  }

  private String write(Plan plan) {
    new Planning(scripts, settings).readScripts(plan, StepOperations::whole, serverVersion);
    List<Step> steps = steps(plan);
    refuseWhatIsNotSql(steps);
    ScriptText text = new ScriptText();
    OfflineFrame frame = new OfflineFrame(text, settings, serverVersion);
    boolean up = plan.direction() == Direction.UPGRADE;
    if (frame.header(
        up ? "Upgrade" : "Downgrade", plan.rowsBefore(), plan.rowsAfter(), steps.isEmpty())) {
      text.comment("When it stopped inside a revision, the application goes on from there.");
      frame.open(plan.rowsBefore(), up && plan.rowsBefore().isEmpty());
      OfflineStep writer = new OfflineStep(text, settings, serverVersion);
      steps.forEach(writer::write);
      frame.close();
    }
    return text.toString();
  }

  private List<Step> steps(Plan plan) {
    List<Step> steps = new ArrayList<>();
    List<String> rows = plan.rowsBefore();
    for (PlanStep planned : plan.steps()) {
      Step step = Step.of(planned, rows, scripts.script(planned.revision()));
      steps.add(step);
      rows = step.rowsAfter();
    }
    return steps;
  }

  private void refuseWhatIsNotSql(List<Step> steps) {
    List<String> revisions = new ArrayList<>();
    StringBuilder description =
        new StringBuilder(
            "These revisions run code or change rows in batches, which no script can hold:");
    for (Step step : steps) {
      List<String> codes =
          Units.of(step, serverVersion).all().stream()
              .flatMap(OfflineScript::notSql)
              .map(what -> '"' + what + '"')
              .toList();
      if (!codes.isEmpty()) {
        revisions.add(step.revision());
        description.append(
            "%n  the %s of %s (%s) in %s: %s"
                .formatted(
                    Codes.of(step.direction()),
                    step.revision(),
                    step.script().message(),
                    step.script().node().origin(),
                    String.join(", ", codes)));
      }
    }
    if (!revisions.isEmpty()) {
      throw new NotScriptableException(revisions, description.toString());
    }
  }

  private static Stream<String> notSql(Unit unit) {
    if (unit instanceof Unit.Batches batches) {
      return Stream.of(OneLine.of(batches.change().summary()));
    }
    return unit.commands().stream()
        .filter(Command.Code.class::isInstance)
        .map(command -> ((Command.Code) command).description());
  }
}
