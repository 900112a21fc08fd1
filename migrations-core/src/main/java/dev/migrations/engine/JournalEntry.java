package dev.migrations.engine;

import dev.migrations.graph.Direction;
import java.time.Instant;

/**
 * A unit of a revision that is under way.
 *
 * @param done whether it is committed; if not, it is a unit outside a transaction that was started
 */
record JournalEntry(
    String revision,
    Direction direction,
    int unit,
    String checksum,
    Instant startedAt,
    boolean done) {}
