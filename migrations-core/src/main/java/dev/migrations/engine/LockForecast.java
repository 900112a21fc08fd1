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
  private final NewLinks newLinks = new NewLinks();
  private final CatalogNames catalogNames = new CatalogNames();
  private final Set<RelationName> newRoutines = new HashSet<>();
  private final Set<RelationName> newViews = new HashSet<>();
  private final Set<RelationName> newRules = new HashSet<>();
  private Set<RelationName> newRelations = new HashSet<>();
  private Set<RelationName> perhapsNewRelations = new HashSet<>();

  /**
   * What a unit locks, before the catalog was asked.
   *
   * @param perhapsNew those of the named tables that are new if the catalog does not know them
   * @param functions what may be functions
   * @param written the tables and views whose rows it writes, as the catalog calls them
   */
  record Foreseen(
      List<TableLock> locks,
      Set<RelationName> perhapsNew,
      Set<String> unknown,
      Set<RelationName> functions,
      Set<RelationName> written) {}

  /** A revision begins, whose own tables are not there yet. */
  void revision() {
    newRelations = new HashSet<>();
    perhapsNewRelations = new HashSet<>();
  }

  Foreseen unit(List<Command> commands) {
    Foreseen foreseen =
        new Foreseen(
            new ArrayList<>(),
            new HashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
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
      if (lock.target() instanceof LockTarget.Linked linked) {
        linked(linked, lock.mode(), foreseen);
      } else {
        lock(lock.target(), lock.mode(), foreseen);
      }
    }
    foreseen.unknown().addAll(read.unknown());
    for (RelationName function : read.functions()) {
      if (newRoutines.contains(function)) {
        foreseen.unknown().add(function(function));
      } else {
        foreseen.functions().add(function);
      }
    }
    for (RelationName written : read.written()) {
      if (newRules.contains(written)) {
        foreseen.unknown().add(rules(written));
      } else if (!newRelations.contains(written)) {
        foreseen.written().add(catalogNames.of(written));
      }
    }
    read.changes().forEach(this::change);
  }

  private void linked(LockTarget.Linked linked, LockMode mode, Foreseen foreseen) {
    RelationName indexed = newIndexes.get(linked.from());
    if (linked.link() == LockLink.TABLE_OF_INDEX && indexed != null) {
      lock(new LockTarget.Named(indexed), mode, foreseen);
    } else if (linked.link() == LockLink.VIEWED && newViews.contains(linked.from())) {
      foreseen.unknown().add(linked.description());
    } else {
      lock(linked, mode, foreseen);
      newLinks.behind(linked).forEach(target -> lock(target, mode, foreseen));
    }
  }

  private void lock(LockTarget target, LockMode mode, Foreseen foreseen) {
    if (!isNew(target)) {
      foreseen.locks().add(new TableLock(catalogNames.of(target), mode));
    }
  }

  static String function(RelationName function) {
    return "function " + function.sql();
  }

  static String rules(RelationName relation) {
    return "the rules of " + relation.sql();
  }

  private boolean isNew(LockTarget target) {
    if (target instanceof LockTarget.Named named) {
      return newRelations.contains(named.relation());
    }
    return target instanceof LockTarget.Linked linked && newRelations.contains(linked.from());
  }

  private void change(NameChange change) {
    newLinks.change(change);
    catalogNames.change(change);
    if (change instanceof NameChange.Created created) {
      (created.certain() ? newRelations : perhapsNewRelations).add(created.relation());
    } else if (change instanceof NameChange.Dropped dropped) {
      names().forEach(names -> names.remove(dropped.relation()));
    } else if (change instanceof NameChange.Renamed renamed) {
      names().forEach(names -> rename(names, renamed));
    } else if (change instanceof NameChange.Indexed indexed) {
      newIndexes.put(indexed.index(), indexed.table());
    } else if (change instanceof NameChange.View view) {
      newViews.add(view.view());
    } else if (change instanceof NameChange.Rule rule) {
      newRules.add(rule.relation());
    } else if (change instanceof NameChange.Routine routine) {
      newRoutines.add(routine.routine());
    }
  }

  private List<Set<RelationName>> names() {
    return List.of(newRelations, perhapsNewRelations, newViews, newRules);
  }

  private static void rename(Set<RelationName> names, NameChange.Renamed renamed) {
    if (names.remove(renamed.from())) {
      names.add(renamed.to());
    }
  }
}
