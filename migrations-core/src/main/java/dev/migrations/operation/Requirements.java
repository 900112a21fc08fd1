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
    if (constraint instanceof Unique unique) {
      if (unique.nullsNotDistinct()) {
        units.require(15, operation, "NULLS NOT DISTINCT");
      }
      withoutOverlaps(unique.withoutOverlaps(), units, operation);
    } else if (constraint instanceof PrimaryKey primaryKey) {
      withoutOverlaps(primaryKey.withoutOverlaps(), units, operation);
    } else if (constraint instanceof ForeignKey foreignKey) {
      if (!foreignKey.deleteColumns().isEmpty()) {
        units.require(15, operation, "ON DELETE with columns");
      }
      if (foreignKey.period()) {
        units.require(18, operation, "PERIOD");
      }
      enforced(foreignKey.enforced(), units, operation);
    } else if (constraint instanceof Check check) {
      enforced(check.enforced(), units, operation);
    } else if (constraint instanceof NotNull) {
      units.require(18, operation, "A not-null constraint with a name");
    }
  }

  private static void withoutOverlaps(boolean used, UnitWriter units, Operation operation) {
    if (used) {
      units.require(18, operation, "WITHOUT OVERLAPS");
    }
  }

  private static void enforced(boolean enforced, UnitWriter units, Operation operation) {
    if (!enforced) {
      units.require(18, operation, "NOT ENFORCED");
    }
  }
}
