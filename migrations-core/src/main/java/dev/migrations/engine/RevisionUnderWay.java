package dev.migrations.engine;

import dev.migrations.graph.Direction;
import java.time.Instant;

/**
 * A revision of which some units are done and others are not: it is running now, or a crash or an
 * error stopped it half way and the next run resumes it.
 *
 * @param revision the revision's id
 * @param direction which way it was run
 * @param unitsDone how many of its units are committed
 * @param since when its first unit started, by the server's clock
 * @since 0.1.0
 */
public record RevisionUnderWay(
    String revision, Direction direction, int unitsDone, Instant since) {}
