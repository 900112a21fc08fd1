package dev.migrations.operation;

/** Keys whose index PostgreSQL builds only under its strongest lock. */
final class WithoutOverlaps {

  private WithoutOverlaps() {}

  static void refuse(Operation operation, QualifiedName table, String method, UnitWriter units) {
    units.refuse(
        operation,
        "the index of a key without overlaps cannot be built before, so it is built under a lock that"
            + " stops all reads and writes of "
            + table
            + ".",
        "Leave out usingIndex(…), and take the lock by name: " + method + "(…).blocking().");
  }
}
