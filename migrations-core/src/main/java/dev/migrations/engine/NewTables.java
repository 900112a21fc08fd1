package dev.migrations.engine;

import dev.migrations.operation.Command;
import dev.migrations.sql.LockTarget;
import dev.migrations.sql.NameChange;
import dev.migrations.sql.RelationName;
import dev.migrations.sql.SqlStatement;
import dev.migrations.sql.SqlTextException;
import dev.migrations.sql.StatementLocks;
import dev.migrations.sql.TableLock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a run created itself and put no rows into, as far as the texts of its statements
 * tell. What is done to them waits for nobody and is done at once.
 */
final class NewTables {

  private final Set<RelationName> tables = new HashSet<>();

  /** Whether a name means in this unit what it means in others. */
  private boolean namesAreCertain;

  /**
   * Notes what commands do.
   *
   * @return whether all of them are definitions that lock no other tables
   */
  boolean areEnoughFor(List<Command> commands) {
    namesAreCertain = true;
    boolean enough = true;
    for (Command command : commands) {
      enough &= areEnoughFor(command);
    }
    return enough;
  }

  private boolean areEnoughFor(Command command) {
    SqlStatement statement = command instanceof Command.Sql sql ? sql.statement() : null;
    StatementLocks locks = statement == null ? null : locks(statement);
    if (statement == null || locks == null || mayDoAnything(statement, locks)) {
      tables.clear();
      namesAreCertain = false;
      return false;
    }
    boolean definition = statement.isUnfilledDefinition();
    boolean enough = definition && locks.locks().stream().allMatch(this::isOnNewTable);
    if (!definition) {
      mayFill(locks);
    }
    locks.changes().forEach(change -> note(change, definition));
    return enough;
  }

  private static @Nullable StatementLocks locks(SqlStatement statement) {
    try {
      return statement.locks();
    } catch (SqlTextException unreadable) {
      return null;
    }
  }

  /** A query may call what writes, and it or a {@code SET} may move the search path. */
  private static boolean mayDoAnything(SqlStatement statement, StatementLocks locks) {
    return !locks.unknown().isEmpty()
        || (locks.locks().isEmpty()
            && locks.written().isEmpty()
            && !statement.isUnfilledDefinition());
  }

  private boolean isOnNewTable(TableLock lock) {
    if (lock.target() instanceof LockTarget.Named named) {
      return tables.contains(named.relation());
    }
    return lock.target() instanceof LockTarget.Linked linked && tables.contains(linked.from());
  }

  private void mayFill(StatementLocks locks) {
    tables.removeAll(locks.written());
    for (TableLock lock : locks.locks()) {
      if (lock.target() instanceof LockTarget.Named named) {
        tables.remove(named.relation());
      }
    }
  }

  private void note(NameChange change, boolean definition) {
    if (change instanceof NameChange.Created created) {
      if (created.certain() && definition && namesAreCertain) {
        tables.add(created.relation());
      }
    } else if (change instanceof NameChange.Dropped dropped) {
      tables.remove(dropped.relation());
    } else if (change instanceof NameChange.Renamed renamed) {
      if (tables.remove(renamed.from())) {
        tables.add(renamed.to());
      }
    } else if (change instanceof NameChange.ForeignKey key) {
      connect(key.table(), key.referenced());
    } else if (change instanceof NameChange.Partition partition) {
      connect(partition.partition(), partition.parent());
    }
  }

  /** What locks one of the two may lock the other. */
  private void connect(RelationName one, RelationName other) {
    if (!tables.contains(one) || !tables.contains(other)) {
      tables.remove(one);
      tables.remove(other);
    }
  }
}
