package dev.migrations.engine;

import java.util.List;

/**
 * What {@link Migrations#stamp} set.
 *
 * @param rowsBefore the version rows that it found, sorted
 * @param rowsAfter the version rows that it left, sorted
 * @param added the revisions that count as applied from now on, in the order in which an upgrade
 *     would have applied them
 * @param removed the revisions that no longer count as applied, in the order in which a downgrade
 *     would have taken them back; with a purge, rows that the application does not know come first
 * @param accepted the revisions that are applied as before and were edited since: their checksums
 *     are recorded anew, in load order
 * @since 0.1.0
 */
public record StampReport(
    List<String> rowsBefore,
    List<String> rowsAfter,
    List<String> added,
    List<String> removed,
    List<String> accepted) {

  public StampReport {
    rowsBefore = List.copyOf(rowsBefore);
    rowsAfter = List.copyOf(rowsAfter);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    accepted = List.copyOf(accepted);
  }

  /** Whether the database was as it should be already, so that nothing was written. */
  public boolean isEmpty() {
    return rowsBefore.equals(rowsAfter)
        && added.isEmpty()
        && removed.isEmpty()
        && accepted.isEmpty();
  }
}
