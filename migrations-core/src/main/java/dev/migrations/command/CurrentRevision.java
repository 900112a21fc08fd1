package dev.migrations.command;

import dev.migrations.engine.HistoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * A version row of a database.
 *
 * @param id the row: the id of the revision, or of the end of a range that it replaces
 * @param revision the revision, or {@code null} when the application does not have it
 * @param applied the history's row of when it was applied or stamped last: who, when, with which
 *     application, and its message then; {@code null} unless details were asked for, and when the
 *     history does not tell
 * @since 0.1.0
 */
public record CurrentRevision(
    String id, @Nullable RevisionEntry revision, @Nullable HistoryEntry applied) {

  /** Whether it is a head of the application's graph. */
  public boolean isHead() {
    return revision != null && (revision.is(Marker.HEAD) || revision.is(Marker.EFFECTIVE_HEAD));
  }
}
