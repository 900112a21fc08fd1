package dev.migrations.engine;

import dev.migrations.graph.Direction;
import java.time.Duration;

/**
 * A revision that a run applied or took back.
 *
 * @param revision the revision's id
 * @param message the revision's message
 * @param direction whether it was applied or taken back
 * @param duration how long it took, waiting for locks included
 * @since 0.1.0
 */
public record StepReport(String revision, String message, Direction direction, Duration duration) {}
