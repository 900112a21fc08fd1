package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Revisions cannot be written as SQL, because they run code with the connection.
 *
 * @since 0.1.0
 */
public final class NotScriptableException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> revisions;

  NotScriptableException(List<String> revisions, String description) {
    super(
        description,
        "End the script before the first of them and run it with the application; a second script"
            + " may start behind it. Or write the code as SQL, with op.execute.");
    this.revisions = List.copyOf(revisions);
  }

  /** The ids of the revisions, in the order in which the script would run them. */
  public List<String> revisions() {
    return revisions;
  }
}
