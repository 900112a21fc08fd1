package dev.migrations.engine;

import dev.migrations.error.MigrationsException;

/**
 * An index that a revision builds is there already, with another definition.
 *
 * @since 0.1.0
 */
public final class IndexMismatchException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String index;

  IndexMismatchException(String index, String wanted, String found) {
    super(
        "Index %s exists already with another definition.%n  wanted: %s%n  found:  %s"
            .formatted(index, wanted, found),
        "Drop or rename the index that is there, or give the one in the revision another name.");
    this.index = index;
  }

  /** The name of the index. */
  public String index() {
    return index;
  }
}
