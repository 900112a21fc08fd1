package dev.migrations.operation;

import dev.migrations.sql.SqlTextException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the statements of a revision's operations and cuts them into units.
 *
 * @since 0.1.0
 */
public final class UnitWriter {

  private static final int OLDEST_SERVER = 14;
  private static final int NEWEST_SERVER = 18;

  private final int serverVersion;
  private final Set<QualifiedName> newTables = new HashSet<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<Command> open = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private boolean enumValueAdded;

  private UnitWriter(int serverVersion) {
    this.serverVersion = serverVersion;
  }

  /**
   * The units of the given operations.
   *
   * @param operations a revision's operations, in the order in which they were recorded
   * @param serverVersion the major version of the server that will run them, such as 18
   * @throws RefusedOperationsException when an operation has no safe form, the server is too old
   *     for it, or a name or value cannot be written; all of them are named at once
   */
  public static List<Unit> units(List<Operation> operations, int serverVersion) {
    UnitWriter writer = new UnitWriter(serverVersion);
    operations.forEach(writer::write);
    writer.cut();
    if (!writer.refusals.isEmpty()) {
      throw new RefusedOperationsException(writer.refusals);
    }
    return List.copyOf(writer.units);
  }

  /**
   * The units of the given operations on the oldest server that they are not too new for, from
   * PostgreSQL 14 on. Every later server runs them too.
   *
   * @throws RefusedOperationsException as {@link #units}, by what the newest server refuses
   */
  public static List<Unit> unitsForOldestServer(List<Operation> operations) {
    for (int version = OLDEST_SERVER; version < NEWEST_SERVER; version++) {
      try {
        return units(operations, version);
      } catch (RefusedOperationsException ex) {
        // A later server may know what this one lacks; what none knows is thrown by the last.
        continue;
      }
    }
    return units(operations, NEWEST_SERVER);
  }

  private void write(Operation operation) {
    try {
      operation.writeTo(this);
    } catch (SqlTextException unwritable) {
      refuse(operation, unwritable.problem() + ".", unwritable.action());
    }
  }

  /** The major version of the server that will run the statements, such as 18. */
  public int serverVersion() {
    return serverVersion;
  }

  /**
   * Whether an operation of the same revision created the table or domain, so that nobody uses it
   * yet.
   */
  public boolean isNew(QualifiedName table) {
    return newTables.contains(table);
  }

  /** Notes that the revision created the table or domain. */
  public void created(QualifiedName table) {
    newTables.add(table);
  }

  /** Notes that a table or domain has a new name; it is as new as it was. */
  public void renamed(QualifiedName table, QualifiedName newName) {
    if (newTables.remove(table)) {
      newTables.add(newName);
    }
  }

  /** Notes that the table or domain is gone: whatever takes its name is not known to be new. */
  public void dropped(QualifiedName table) {
    newTables.remove(table);
  }

  /**
   * Says that an operation cannot be carried out; nothing of the revision will be.
   *
   * @param operation the operation
   * @param reason why, as a sentence
   * @param action what its author does instead, as a sentence
   */
  public void refuse(Operation operation, String reason, String action) {
    refusals.add(new Refusal(operation.summary(), reason, action));
  }

  /** Refuses the operation when the server is older than what it needs. */
  public void require(int version, Operation operation, String feature) {
    if (serverVersion < version) {
      refuse(
          operation,
          "%s needs PostgreSQL %d; this server is %d.".formatted(feature, version, serverVersion),
          "Leave it out, or run the revision on a newer server.");
    }
  }

  /** Adds a statement to the transaction that is open. */
  public void sql(String statement) {
    add(new Command.Sql(statement));
  }

  /** Adds a statement or code to the transaction that is open. */
  public void add(Command command) {
    if (enumValueAdded) {
      cut();
    }
    open.add(command);
  }

  /**
   * Adds a statement that adds a value to an enum type. PostgreSQL refuses to use the value before
   * it is committed, so whatever follows is in another transaction, unless it is such a statement
   * too.
   *
   * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">PostgreSQL: ALTER
   *     TYPE</a>, notes
   */
  public void enumValue(Command command) {
    open.add(command);
    enumValueAdded = true;
  }

  /** Adds a statement, or some that belong together, as a transaction of its own. */
  public void sqlInOwnTransaction(String... statements) {
    cut();
    for (String statement : statements) {
      sql(statement);
    }
    cut();
  }

  /** Adds a statement that PostgreSQL refuses to run inside a transaction block. */
  public void outsideTransaction(Command.Sql statement, Recovery recovery) {
    cut();
    units.add(new Unit.OutsideTransaction(statement, recovery));
  }

  /** Adds a change of many rows that is made in batches, each a transaction. */
  public void batches(BatchedChange change, BatchPace pace) {
    cut();
    units.add(new Unit.Batches(change, pace));
  }

  private void cut() {
    if (!open.isEmpty()) {
      units.add(new Unit.Transaction(open));
      open.clear();
    }
    enumValueAdded = false;
  }
}
