package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Revisions were edited after they were applied.
 *
 * @since 0.1.0
 */
public final class EditedRevisionException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> revisions;

  EditedRevisionException(List<String> revisions, String description) {
    super(
        description,
        "Put the upgrade back as it was and write a new revision for the change; or, when the edit"
            + " makes no difference to the schema, set migrations.on-edited-revision=warn.");
    this.revisions = List.copyOf(revisions);
  }

  /** The ids of the revisions. */
  public List<String> revisions() {
    return revisions;
  }
}
