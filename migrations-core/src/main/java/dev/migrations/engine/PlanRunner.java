package dev.migrations.engine;

import dev.migrations.engine.Pipelining.Part;
import dev.migrations.graph.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/** Carries out the steps of a plan, one after the other or several together. */
final class PlanRunner {

  private final Session session;
  private final StateReader stateReader;
  private final DatabaseState state;
  private final Plan plan;
  private final StepReports reports;
  private final StepRunner runner;
  private final PipelineRunner pipelineRunner;
  private final int revisions;

  PlanRunner(
      Session session,
      StateReader stateReader,
      DatabaseState state,
      Plan plan,
      StepReports reports,
      StepRunner runner,
      PipelineRunner pipelineRunner) {
    this.session = session;
    this.stateReader = stateReader;
    this.state = state;
    this.plan = plan;
    this.reports = reports;
    this.runner = runner;
    this.pipelineRunner = pipelineRunner;
    this.revisions = reports.finished().size() + plan.steps().size();
  }

  void run(Pipelining pipelining) throws SQLException {
    if (reports.isOpen()) {
      // Should it break the connection once more, it is named.
      runAlone(pipelining.one());
    }
    while (pipelining.hasNext()) {
      List<Part> parts = pipelining.several();
      int committed = parts.size() == 1 ? 0 : runTogether(parts);
      for (Part part : parts.subList(committed, parts.size())) {
        runAlone(part);
      }
    }
  }

  private void runAlone(Part part) throws SQLException {
    List<Step> step = List.of(part.step());
    reports.start(step);
    runner.run(part.units(), number(), revisions);
    finish(step);
  }

  private int number() {
    return reports.finished().size() + 1;
  }

  /** How many of them were committed. */
  private int runTogether(List<Part> parts) throws SQLException {
    List<Step> steps = parts.stream().map(Part::step).toList();
    reports.start(steps);
    Progress progress =
        Progress.of(steps.get(0), number(), revisions, 0, parts.get(0).units().all());
    OptionalInt told = pipelineRunner.run(parts, progress);
    boolean all = told.isPresent() && told.getAsInt() == parts.size();
    List<Step> committed = all ? steps : committed(told);
    finish(committed);
    return committed.size();
  }

  /**
   * What was committed according to the version rows. Where the driver says otherwise, somebody
   * else moved them, which the step that goes next will find.
   */
  private List<Step> committed(OptionalInt told) throws SQLException {
    List<Step> committed =
        stateReader
            .readWithoutFingerprints(session.connection())
            .rest(plan)
            .map(reports::committedBefore)
            .orElse(List.of());
    return told.isEmpty() || told.getAsInt() == committed.size() ? committed : List.of();
  }

  private void finish(List<Step> committed) throws SQLException {
    reports.finish(committed, new HistoryReader(session.connection(), state.tables()));
  }
}
