package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Revisions that the target asks for are not applied, and this call may not apply them.
 *
 * @since 0.1.0
 */
public final class NotAtTargetException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> pending;

  NotAtTargetException(
      String target, List<String> current, List<String> pending, String description) {
    super(
        "The database is at %s, not at %s. %d revision%s pending:%n%s"
            .formatted(
                current.isEmpty() ? "base" : String.join(", ", current),
                target,
                pending.size(),
                pending.size() == 1 ? " is" : "s are",
                description),
        "Upgrade the database: start one instance with migrations.on-boot=upgrade, or deploy the"
            + " job that does.");
    this.pending = List.copyOf(pending);
  }

  /** The ids of the revisions that are not applied, in the order in which they would run. */
  public List<String> pending() {
    return pending;
  }
}
