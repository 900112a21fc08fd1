package dev.migrations.operation;

/**
 * Columns that cannot be added to a table in use: PostgreSQL would write the whole table anew under
 * a lock that stops reads and writes, and there is no other road, or it would find no value for the
 * rows that are there.
 */
final class RewritingColumn {

  private RewritingColumn() {}

  static void refuse(AddColumn operation, UnitWriter units) {
    Column column = operation.column();
    if (column.value() instanceof ColumnValue.Generated generated && generated.stored()) {
      units.refuse(
          operation,
          "PostgreSQL computes a stored generated column for all rows at once, and rewrites table "
              + operation.table()
              + ", which stops all reads and writes of it meanwhile.",
          "PostgreSQL 18 and later: generatedVirtual(…). Or add a plain column %s that a trigger"
                  .formatted(column.name())
              + " fills, and fill the old rows by backfill(…). Or take the lock by name:"
              + " addColumn(…).blocking().");
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
    return (column.value() == null && !column.type().isSerial())
        || (column.value() instanceof ColumnValue.Default set
            && set.value().sql().equalsIgnoreCase("null"));
  }
}
