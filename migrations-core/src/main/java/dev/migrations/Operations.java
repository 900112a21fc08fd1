package dev.migrations;

import dev.migrations.operation.Operation;
import java.util.List;

/**
 * Records the operations of a revision.
 *
 * @since 0.1.0
 */
public final class Operations {

  /** What was recorded, in order. */
  public List<Operation> recorded() {
    throw new IllegalStateException();
  }
}
