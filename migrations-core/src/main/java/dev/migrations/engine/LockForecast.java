package dev.migrations.engine;

import dev.migrations.operation.Command;
import dev.migrations.sql.LockLink;
import dev.migrations.sql.LockMode;
import dev.migrations.sql.LockTarget;
import dev.migrations.sql.NameChange;
import dev.migrations.sql.RelationName;
import dev.migrations.sql.SqlStatement;
import dev.migrations.sql.SqlTextException;
import dev.migrations.sql.StatementLocks;
import dev.migrations.sql.TableLock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what the units of a plan will lock, in their order: what a unit creates, later ones may
 * name.
 */
final class LockForecast {

  private final Map<RelationName, RelationName> newIndexes = new HashMap<>();
  private final Map<Constraint, RelationName> newForeignKeys = new HashMap<>();
  private final Map<RelationName, Set<RelationName>> newReferences = new HashMap<>();
  private final Set<RelationName> newRoutines = new HashSet<>();
  private Set<RelationName> newRelations = new HashSet<>();
  private Set<RelationName> perhapsNewRelations = new HashSet<>();

  private record Constraint(RelationName table, String name) {}

  /**
   * What a unit locks, before the catalog was asked.
   *
   * @param perhapsNew those of the named tables that are new if the catalog does not know them
   * @param functions what may be functions
   */
  record Foreseen(
      List<TableLock> locks,
      Set<RelationName> perhapsNew,
      Set<String> unknown,
      Set<RelationName> functions) {}

  /** A revision begins, whose own tables are not there yet. */
  void revision() {
    newRelations = new HashSet<>();
    perhapsNewRelations = new HashSet<>();
  }

  Foreseen unit(List<Command> commands) {
    Foreseen foreseen =
        new Foreseen(
            new ArrayList<>(), new HashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    for (Command command : commands) {
      if (command instanceof Command.Sql sql) {
        statement(sql, foreseen);
      } else if (command instanceof Command.Code code) {
        foreseen.unknown().add("code \"" + code.description() + '"');
      }
    }
    foreseen.perhapsNew().addAll(perhapsNewRelations);
    return foreseen;
  }

  private void statement(Command.Sql sql, Foreseen foreseen) {
    StatementLocks read;
    try {
      read = new SqlStatement(sql.sql(), sql.line()).locks();
    } catch (SqlTextException unreadable) {
      foreseen.unknown().add("a statement that cannot be read: " + unreadable.problem());
      return;
    }
    for (TableLock lock : read.locks()) {
      lock(knownTable(lock.target()), lock.mode(), foreseen);
      newlyReferenced(lock.target())
          .forEach(table -> lock(new LockTarget.Named(table), lock.mode(), foreseen));
    }
    foreseen.unknown().addAll(read.unknown());
    for (RelationName function : read.functions()) {
      if (newRoutines.contains(function)) {
        foreseen.unknown().add(function(function));
      } else {
        foreseen.functions().add(function);
      }
    }
    read.changes().forEach(this::change);
  }

  private void lock(LockTarget target, LockMode mode, Foreseen foreseen) {
    if (!isNew(target)) {
      foreseen.locks().add(new TableLock(target, mode));
    }
  }

  /** The catalog does not know what a table refers to that the same plan creates. */
  private Set<RelationName> newlyReferenced(LockTarget target) {
    return target instanceof LockTarget.Linked linked && linked.link() == LockLink.FOREIGN_KEYS_FROM
        ? newReferences.getOrDefault(linked.from(), Set.of())
        : Set.of();
  }

  static String function(RelationName function) {
    return "function " + function.sql();
  }

  /** The catalog does not know an index or a foreign key that the same plan creates. */
  private LockTarget knownTable(LockTarget target) {
    if (!(target instanceof LockTarget.Linked linked)) {
      return target;
    }
    String detail = linked.detail();
    RelationName table =
        switch (linked.link()) {
          case TABLE_OF_INDEX -> newIndexes.get(linked.from());
          case REFERENCED_BY_CONSTRAINT, FOREIGN_KEYS_OF_CONSTRAINT ->
              detail == null ? null : newForeignKeys.get(new Constraint(linked.from(), detail));
          default -> null;
        };
    return table == null ? target : new LockTarget.Named(table);
  }

  private boolean isNew(LockTarget target) {
    if (target instanceof LockTarget.Named named) {
      return newRelations.contains(named.relation());
    }
    return target instanceof LockTarget.Linked linked && newRelations.contains(linked.from());
  }

  private void change(NameChange change) {
    if (change instanceof NameChange.Created created) {
      (created.certain() ? newRelations : perhapsNewRelations).add(created.relation());
    } else if (change instanceof NameChange.Dropped dropped) {
      newRelations.remove(dropped.relation());
      perhapsNewRelations.remove(dropped.relation());
      newReferences.remove(dropped.relation());
    } else if (change instanceof NameChange.Renamed renamed) {
      rename(newRelations, renamed);
      rename(perhapsNewRelations, renamed);
      Set<RelationName> referenced = newReferences.remove(renamed.from());
      if (referenced != null) {
        newReferences.put(renamed.to(), referenced);
      }
    } else if (change instanceof NameChange.Indexed indexed) {
      newIndexes.put(indexed.index(), indexed.table());
    } else if (change instanceof NameChange.ForeignKey key) {
      newReferences
          .computeIfAbsent(key.table(), table -> new LinkedHashSet<>())
          .add(key.referenced());
      String constraint = key.constraint();
      if (constraint != null) {
        newForeignKeys.put(new Constraint(key.table(), constraint), key.referenced());
      }
    } else if (change instanceof NameChange.Routine routine) {
      newRoutines.add(routine.routine());
    }
  }

  private static void rename(Set<RelationName> names, NameChange.Renamed renamed) {
    if (names.remove(renamed.from())) {
      names.add(renamed.to());
    }
  }
}
