package dev.migrations.spring.boot.actuate.endpoint;

import dev.migrations.engine.RevisionUnderWay;
import dev.migrations.graph.Direction;
import java.time.Instant;
import java.util.List;

/**
 * A revision that is half done: it is running now, or the next run resumes it.
 *
 * @since 0.1.0
 */
public final class UnderWayDescriptor {

  private final RevisionUnderWay revision;

  private UnderWayDescriptor(RevisionUnderWay revision) {
    this.revision = revision;
  }

  static List<UnderWayDescriptor> of(List<RevisionUnderWay> revisions) {
    return revisions.stream().map(UnderWayDescriptor::new).toList();
  }

  /** The revision's id. */
  public String getId() {
    return revision.revision();
  }

  /** Which way it is run. */
  public Direction getDirection() {
    return revision.direction();
  }

  /** How many of its units are committed. */
  public int getUnitsDone() {
    return revision.unitsDone();
  }

  /** When its first unit started, by the server's clock. */
  public Instant getSince() {
    return revision.since();
  }
}
