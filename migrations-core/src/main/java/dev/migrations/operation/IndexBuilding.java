package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/** The statement that builds an index, concurrently on a table in use. */
final class IndexBuilding {

  private IndexBuilding() {}

  static void write(
      String name,
      QualifiedName table,
      boolean unique,
      String definition,
      boolean blocking,
      UnitWriter units) {
    boolean plain = blocking || units.isNew(table);
    String statement =
        "CREATE %sINDEX %s%s ON %s %s"
            .formatted(
                unique ? "UNIQUE " : "",
                plain ? "" : "CONCURRENTLY ",
                SqlNames.quote(name),
                table.sql(),
                definition);
    if (plain) {
      units.sql(statement);
    } else {
      units.outsideTransaction(
          new Command.Sql(statement),
          new Recovery.IndexBuild(table.sibling(name), table, unique, definition));
      units.undoneBy(new DropIndex(table.sibling(name), table, true, null, false));
    }
  }

  /** The statement for the index of a partitioned table alone, which scans nothing. */
  static String onOnly(String name, QualifiedName table, boolean unique, String definition) {
    return "CREATE %sINDEX %s ON ONLY %s %s"
        .formatted(unique ? "UNIQUE " : "", SqlNames.quote(name), table.sql(), definition);
  }
}
