package dev.migrations.engine;

import java.util.List;

/**
 * Where a database stands, and how it came there.
 *
 * @param status where it stands
 * @param history the rows of the history, newest first
 * @since 0.1.0
 */
public record MigrationsOverview(MigrationsStatus status, List<HistoryEntry> history) {

  public MigrationsOverview {
    history = List.copyOf(history);
  }
}
