package dev.migrations.command;

import dev.migrations.engine.MigrationsStatus;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param rows its version rows, sorted by id; none for an empty database
 * @param status the same against the revisions of the application: what is pending, half done,
 *     unknown
 * @since 0.1.0
 */
public record Current(List<CurrentRevision> rows, MigrationsStatus status) {

  public Current {
    rows = List.copyOf(rows);
  }

  /** Whether every revision of the application is applied, and the database knows no other. */
  public boolean isAtHead() {
    return status.isAtHead();
  }
}
