package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import org.jspecify.annotations.Nullable;

/** Bounds that an author may have left out. */
final class BoundsNeeded {

  private BoundsNeeded() {}

  static PartitionBounds in(
      String operation, QualifiedName partition, @Nullable PartitionBounds bounds) {
    if (bounds == null) {
      throw new MigrationsException(
          "Partition '" + partition + "' has no bounds.",
          "Complete it: " + operation + "(…).forValues(from(\"2026-01-01\").to(\"2027-01-01\")).");
    }
    return bounds;
  }
}
