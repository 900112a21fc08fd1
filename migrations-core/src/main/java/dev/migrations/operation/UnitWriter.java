package dev.migrations.operation;

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

  private final int serverVersion;
  private final Set<QualifiedName> newTables = new HashSet<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<Command> open = new ArrayList<>();

  private UnitWriter(int serverVersion) {
    this.serverVersion = serverVersion;
  }

  /**
   * The units of the given operations.
   *
   * @param operations a revision's operations, in the order in which they were recorded
   * @param serverVersion the major version of the server that will run them, such as 18
   */
  public static List<Unit> units(List<Operation> operations, int serverVersion) {
    UnitWriter writer = new UnitWriter(serverVersion);
    operations.forEach(operation -> operation.writeTo(writer));
    writer.cut();
    return List.copyOf(writer.units);
  }

  /** The major version of the server that will run the statements, such as 18. */
  public int serverVersion() {
    return serverVersion;
  }

  /** Whether an operation of the same revision created the table, so that nobody uses it yet. */
  public boolean isNew(QualifiedName table) {
    return newTables.contains(table);
  }

  /** Notes that the revision created the table. */
  public void created(QualifiedName table) {
    newTables.add(table);
  }

  /** Adds a statement to the transaction that is open. */
  public void sql(String statement) {
    add(new Command.Sql(statement));
  }

  /** Adds a statement or code to the transaction that is open. */
  public void add(Command command) {
    open.add(command);
  }

  /** Adds a statement as a transaction of its own. */
  public void sqlInOwnTransaction(String statement) {
    cut();
    sql(statement);
    cut();
  }

  /** Adds a statement that PostgreSQL refuses to run inside a transaction block. */
  public void outsideTransaction(Command.Sql statement, Recovery recovery) {
    cut();
    units.add(new Unit.OutsideTransaction(statement, recovery));
  }

  private void cut() {
    if (!open.isEmpty()) {
      units.add(new Unit.Transaction(open));
      open.clear();
    }
  }
}
