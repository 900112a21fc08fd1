package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.operation.Unit;
import java.time.Instant;
import java.util.List;
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
 * @param undo SQL that takes the revision back from this unit, as it was when the unit ran; {@code
 *     null} when there was none
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
    long rowsDone,
    @Nullable String undo) {

  /** Whether the unit is still what it was. */
  boolean isOf(List<Unit> units) {
    return unit < units.size() && UnitChecksum.of(units.get(unit)).equals(checksum);
  }

  /** Whether the unit still goes through the same rows in the same order. */
  boolean isWalkOf(List<Unit> units) {
    return unit < units.size() && UnitChecksum.isSameWalk(checksum, units.get(unit));
  }
}
