package dev.migrations.engine;

import dev.migrations.sql.LockTarget;
import dev.migrations.sql.LockTarget.Linked;
import dev.migrations.sql.NameChange;
import dev.migrations.sql.RelationName;
import java.util.HashMap;
import java.util.Map;

/** What the catalog still calls the tables, columns and constraints that a plan renames. */
final class CatalogNames {

  private final Map<RelationName, RelationName> tables = new HashMap<>();
  private final Map<Part, String> parts = new HashMap<>();

  private record Part(RelationName table, String name) {}

  void change(NameChange change) {
    if (change instanceof NameChange.Renamed renamed) {
      RelationName known = of(renamed.from());
      tables.remove(renamed.from());
      tables.put(renamed.to(), known);
    } else if (change instanceof NameChange.Dropped dropped) {
      tables.remove(dropped.relation());
    } else if (change instanceof NameChange.PartRenamed renamed) {
      RelationName table = of(renamed.table());
      String known = part(table, renamed.from());
      parts.remove(new Part(table, renamed.from()));
      parts.put(new Part(table, renamed.to()), known);
    }
  }

  RelationName of(RelationName table) {
    return tables.getOrDefault(table, table);
  }

  /** The same target for the catalog to find. A table that is named keeps its name. */
  LockTarget of(LockTarget target) {
    if (!(target instanceof Linked linked)) {
      return target;
    }
    RelationName from = of(linked.from());
    String detail = linked.detail();
    return new Linked(linked.link(), from, detail == null ? null : part(from, detail));
  }

  private String part(RelationName table, String name) {
    return parts.getOrDefault(new Part(table, name), name);
  }
}
