package dev.migrations.engine;

import dev.migrations.graph.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a revision that is under way.
 *
 * @param indexName the index that the unit builds, with its schema and quoted, or {@code null}
 * @param done whether it is committed; if not, it is a unit outside a transaction, or in batches,
 *     that was started
 * @param position the key that the last batch of a unit in batches reached, as a JSON object;
 *     {@code null} when no batch is committed
 * @param rowsDone the rows that its batches walked through
 */
record JournalEntry(
    String revision,
    Direction direction,
    int unit,
    String checksum,
    Instant startedAt,
    boolean done,
    @Nullable String indexName,
    @Nullable String position,
    long rowsDone) {}
