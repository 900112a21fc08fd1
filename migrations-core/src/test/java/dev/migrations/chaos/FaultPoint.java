package dev.migrations.chaos;

import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Moment;
import java.util.Locale;

/** A fault at one step of one revision's run. */
record FaultPoint(Fault fault, Stage stage, WireStep step, Moment moment) {

  /**
   * Whether the run may fail; the one behind it must not, whatever came before. One that has no
   * connection yet does not wait for a server.
   */
  boolean mayEndTheRun() {
    return fault == Fault.KILL || fault == Fault.OVERTAKE || step.isOfConnecting();
  }

  /** What to give to {@code -Dchaos.points} to have this point alone. */
  String id() {
    return "%s/%s/%s/%d/%s"
        .formatted(fault, stage.direction(), stage.revision(), step.number(), moment)
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "%s %s step %d of %d in the %s of %s, unit %d: %s %s%n  again: -Dchaos.points=%s"
        .formatted(
            fault.inWords(),
            moment.name().toLowerCase(Locale.ROOT),
            step.number(),
            stage.steps().size(),
            stage.direction().name().toLowerCase(Locale.ROOT),
            stage.revision(),
            stage.unit(step),
            step.kind(),
            step,
            id());
  }
}
