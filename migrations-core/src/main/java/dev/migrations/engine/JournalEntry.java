package dev.migrations.engine;

import dev.migrations.graph.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a revision that is under way.
 *
 * @param indexName the index that the unit builds, with its schema and quoted, or {@code null}
 * @param done whether it is committed; if not, it is a unit outside a transaction that was started
 */
record JournalEntry(
    String revision,
    Direction direction,
    int unit,
    String checksum,
    Instant startedAt,
    boolean done,
    @Nullable String indexName) {}
