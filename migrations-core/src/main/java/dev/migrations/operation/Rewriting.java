package dev.migrations.operation;

/** Operations of which PostgreSQL has no form that spares reads and writes. */
final class Rewriting {

  private Rewriting() {}

  static void refuse(Operation operation, QualifiedName name, String method, UnitWriter units) {
    units.refuse(
        operation,
        "it writes all of " + name + " anew, which stops all reads and writes of it meanwhile.",
        "Do it while nobody needs the table, and take the lock by name: "
            + method
            + "(…).blocking().");
  }
}
