package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Columns that cannot be added to a table in use: PostgreSQL would write the whole table anew under
 * a lock that stops reads and writes, or find no value for the rows that are there.
 */
final class RewritingColumn {

  private RewritingColumn() {}

  static void refuse(AddColumn operation, UnitWriter units) {
    Column column = operation.column();
    String reason = rewriteOf(column);
    if (reason != null) {
      units.refuse(
          operation,
          reason
              + " rewrites table "
              + operation.table()
              + ", which stops all reads and writes of it meanwhile.",
          recipe(operation) + " Or take the locks by name: addColumn(…).blocking().");
    } else if (needsValue(column) && hasNoValue(column)) {
      units.refuse(
          operation,
          "the column is NOT NULL and has no default, so the rows of "
              + operation.table()
              + " would have no value for it.",
          "Give it a default, or add it without notNull(), fill it, and call setNotNull(\"%s\","
                  .formatted(operation.table())
              + " \"%s\"). For a table without rows: addColumn(…).blocking()."
                  .formatted(column.name()));
    }
  }

  private static boolean needsValue(Column column) {
    return column.required()
        || column.constraints().stream().anyMatch(PrimaryKey.class::isInstance);
  }

  private static boolean hasNoValue(Column column) {
    return column.value() == null
        || (column.value() instanceof ColumnValue.Default set
            && set.value().sql().equalsIgnoreCase("null"));
  }

  private static @Nullable String rewriteOf(Column column) {
    ColumnValue value = column.value();
    if (column.type().isSerial()) {
      return "a column of type " + column.type().sql();
    }
    if (value instanceof ColumnValue.Identity) {
      return "an identity column";
    }
    if (value instanceof ColumnValue.Generated generated && generated.stored()) {
      return "a stored generated column";
    }
    if (value instanceof ColumnValue.Default set && !StableExpression.isStable(set.value())) {
      return "the default " + set.value().sql() + " is not known to be stable, and a volatile one";
    }
    return null;
  }

  private static String recipe(AddColumn operation) {
    Column column = operation.column();
    if (column.value() instanceof ColumnValue.Default set) {
      return "Add column %s without a default, then setDefaultExpression(\"%s\", \"%s\", \"%s\")"
              .formatted(column.name(), operation.table(), column.name(), set.value().sql())
          + " for new rows, and fill the old ones in batches.";
    }
    if (column.value() instanceof ColumnValue.Generated) {
      return "Add a plain column %s that a trigger fills, and fill the old rows in batches;"
              .formatted(column.name())
          + " PostgreSQL 18 and later: generatedVirtual(…).";
    }
    return "Add a plain column %s, give it a sequence by setDefaultExpression, and fill the old"
            .formatted(column.name())
        + " rows in batches.";
  }
}
