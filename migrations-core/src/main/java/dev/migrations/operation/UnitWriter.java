package dev.migrations.operation;

import dev.migrations.sql.SqlTextException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
  private final List<OperationProgress> progress = new ArrayList<>();
  private int lastUnit = -1;
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
    return write(operations, serverVersion).units();
  }

  /**
   * As {@link #units}, together with what takes the units back one by one.
   *
   * @throws RefusedOperationsException as {@link #units}
   */
  public static WrittenUnits write(List<Operation> operations, int serverVersion) {
    UnitWriter writer = new UnitWriter(serverVersion);
    operations.forEach(writer::write);
    writer.cut();
    if (!writer.refusals.isEmpty()) {
      throw new RefusedOperationsException(writer.refusals);
    }
    return new WrittenUnits(writer.units, writer.progress);
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
    progress.add(new OperationProgress(operation));
    try {
      operation.writeTo(this);
    } catch (SqlTextException unwritable) {
      refuse(operation, unwritable.problem() + ".", unwritable.action());
    }
  }

  private OperationProgress current() {
    return progress.get(progress.size() - 1);
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
    addToOpen(command);
  }

  private void addToOpen(Command command) {
    open.add(command);
    lastUnit = units.size();
    current().isIn(lastUnit);
  }

  private void addAlone(Unit unit) {
    cut();
    lastUnit = units.size();
    units.add(unit);
    current().isIn(lastUnit);
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
    addToOpen(command);
    enumValueAdded = true;
  }

  /** Adds a statement, or some that belong together, as a transaction of its own. */
  public void sqlInOwnTransaction(String... statements) {
    inOwnTransaction(Stream.of(statements).<Command>map(Command.Sql::new).toList());
  }

  /** Adds commands as a transaction of their own. */
  void inOwnTransaction(List<Command> commands) {
    cut();
    commands.forEach(this::add);
    cut();
  }

  /** Adds a statement that PostgreSQL refuses to run inside a transaction block. */
  public void outsideTransaction(Command.Sql statement, Recovery recovery) {
    addAlone(new Unit.OutsideTransaction(statement, recovery));
  }

  /** Adds a change of many rows that is made in batches, each a transaction. */
  public void batches(BatchedChange change, BatchPace pace) {
    addAlone(new Unit.Batches(change, pace));
  }

  /**
   * Says what undoes the part of an operation that was added last, for the case that the revision
   * stops before the operation comes to its end in a later unit. It may be run after a crash in the
   * middle of that part, and so does no harm where there is nothing to undo. Of the last part
   * nothing need be said: a whole operation is undone by its {@link Operation#reversal}.
   *
   * @param undo operations, in the order in which they run
   */
  public void undoneBy(Operation... undo) {
    current().undoneBy(lastUnit, List.of(undo));
  }

  /** As {@link #undoneBy(Operation...)}, by SQL. */
  public void undoneBy(String sql) {
    undoneBy(ExecuteSql.of(sql));
  }

  /** Says that the part of an operation that was added last leaves nothing that must be undone. */
  public void undoneByNothing() {
    current().undoneBy(lastUnit, List.of());
  }

  private void cut() {
    if (!open.isEmpty()) {
      units.add(new Unit.Transaction(open));
      open.clear();
    }
    enumValueAdded = false;
  }
}
