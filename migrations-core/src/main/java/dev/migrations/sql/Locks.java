package dev.migrations.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a statement locks. */
final class Locks {

  private final Map<LockTarget, LockMode> modes = new LinkedHashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Set<RelationName> functions = new LinkedHashSet<>();
  private final Set<RelationName> written = new LinkedHashSet<>();
  private final List<NameChange> changes = new ArrayList<>();

  /** Of several locks on the same table the strongest counts. */
  void add(LockTarget target, LockMode mode) {
    modes.merge(target, mode, LockMode::or);
  }

  void add(@Nullable RelationName relation, LockMode mode) {
    if (relation == null) {
      unknown("a table whose name cannot be read");
    } else {
      add(new LockTarget.Named(relation), mode);
    }
  }

  void add(LockLink link, @Nullable RelationName from, LockMode mode) {
    add(link, from, null, mode);
  }

  void add(LockLink link, @Nullable RelationName from, @Nullable String detail, LockMode mode) {
    if (from != null && !"".equals(detail)) {
      add(new LockTarget.Linked(link, from, detail), mode);
    }
  }

  /** A new foreign key puts triggers on the table that it refers to. */
  void addReferenced(@Nullable RelationName table) {
    add(table, LockMode.SHARE_ROW_EXCLUSIVE);
    add(LockLink.PARTITIONS, table, LockMode.SHARE_ROW_EXCLUSIVE);
  }

  void group(String description, LockMode mode) {
    add(new LockTarget.Group(description), mode);
  }

  void unknown(String what) {
    unknown.add(what);
  }

  void notUnderstood() {
    unknown("a statement that is not understood");
  }

  /** Rows are written, which rules may turn into something else. */
  void written(RelationName relation) {
    written.add(relation);
  }

  /**
   * What a query locks before it runs: nothing below the tables that it names, and no functions.
   */
  void addAnalysed(Locks query, boolean rewritten) {
    query.modes.forEach(
        (target, mode) -> {
          if (target instanceof LockTarget.Named
              || (rewritten
                  && target instanceof LockTarget.Linked linked
                  && linked.link() == LockLink.VIEWED)) {
            add(target, mode);
          }
        });
    unknown.addAll(query.unknown);
    if (rewritten) {
      written.addAll(query.written);
    }
  }

  void function(RelationName function) {
    functions.add(function);
  }

  void created(@Nullable RelationName relation, boolean certain) {
    if (relation != null) {
      changes.add(new NameChange.Created(relation, certain));
    }
  }

  void foreignKey(
      @Nullable RelationName table,
      @Nullable String constraint,
      List<String> columns,
      @Nullable RelationName referenced,
      List<String> referencedColumns) {
    if (table != null && referenced != null) {
      changes.add(
          new NameChange.ForeignKey(table, constraint, columns, referenced, referencedColumns));
    }
  }

  void change(NameChange change) {
    changes.add(change);
  }

  StatementLocks all() {
    List<TableLock> locks = new ArrayList<>();
    modes.forEach((target, mode) -> locks.add(new TableLock(target, mode)));
    return new StatementLocks(
        locks, List.copyOf(unknown), List.copyOf(functions), List.copyOf(written), changes);
  }
}
