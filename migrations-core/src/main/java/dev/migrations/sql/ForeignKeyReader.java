package dev.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the foreign keys in the definition of a column or of a constraint of a table. */
final class ForeignKeyReader {

  private final SqlCursor at;
  private final @Nullable RelationName table;
  private final Locks locks;
  private @Nullable String constraint;
  private List<String> columns = List.of();

  private ForeignKeyReader(SqlCursor at, @Nullable RelationName table, Locks locks) {
    this.at = at;
    this.table = table;
    this.locks = locks;
  }

  /** Reads to the comma or parenthesis that ends the definition. */
  static void read(SqlCursor at, @Nullable RelationName table, Locks locks) {
    new ForeignKeyReader(at, table, locks).read();
  }

  private void read() {
    if (!at.at("constraint") && !at.at("foreign")) {
      String column = at.name();
      columns = column == null ? List.of() : List.of(column);
    }
    while (!at.atEnd() && !at.atSymbol(',') && !at.atSymbol(')')) {
      if (at.skip("constraint")) {
        constraint = at.name();
      } else if (at.skip("foreign", "key")) {
        columns = names();
      } else if (at.skip("references")) {
        RelationName referenced = at.relation();
        locks.addReferenced(referenced);
        locks.foreignKey(table, constraint, columns, referenced, names());
        constraint = null;
      } else {
        at.advanceOver();
      }
    }
  }

  /** The names in parentheses, if there are some here. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    if (at.skipSymbol('(')) {
      while (!at.atEnd() && !at.skipSymbol(')')) {
        String name = at.name();
        if (name == null) {
          at.advance();
        } else {
          names.add(name);
        }
      }
    }
    return names;
  }
}
