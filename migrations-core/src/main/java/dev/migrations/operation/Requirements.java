package dev.migrations.operation;

/** What only newer servers can do. */
final class Requirements {

  private Requirements() {}

  static void check(Column column, UnitWriter units, Operation operation) {
    if (column.value() instanceof ColumnValue.Generated generated && !generated.stored()) {
      units.require(18, operation, "A virtual generated column");
    }
    column.constraints().forEach(constraint -> check(constraint, units, operation));
  }

  static void check(Constraint constraint, UnitWriter units, Operation operation) {
    if (constraint instanceof Unique unique && unique.nullsNotDistinct()) {
      units.require(15, operation, "NULLS NOT DISTINCT");
    }
  }
}
