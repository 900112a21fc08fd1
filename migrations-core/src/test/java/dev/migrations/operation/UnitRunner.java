package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Carries out units on a connection, each transaction as a transaction. */
final class UnitRunner {

  private UnitRunner() {}

  /** On tables in use. */
  static void run(Connection connection, List<Operation> operations) throws SQLException {
    for (Unit unit : UnitWriter.units(operations, version(connection))) {
      run(connection, unit);
    }
  }

  /** As if the revision had created the tables. */
  static void runAsNew(Connection connection, List<Operation> operations, List<String> tables)
      throws SQLException {
    List<Operation> all = new ArrayList<>();
    tables.forEach(table -> all.add(new MarkNew(QualifiedName.parse(table))));
    all.addAll(operations);
    run(connection, all);
  }

  static void run(Connection connection, Unit unit) throws SQLException {
    if (unit instanceof Unit.OutsideTransaction outside) {
      execute(connection, outside.statement());
      return;
    }
    connection.setAutoCommit(false);
    try {
      for (Command command : unit.commands()) {
        execute(connection, command);
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** What undoes the operations, the last one first. */
  static List<Operation> reversed(List<Operation> operations) {
    return ((Reversal.By) Reversal.ofAll(operations)).operations();
  }

  static int version(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  private static void execute(Connection connection, Command command) throws SQLException {
    if (command instanceof Command.Code code) {
      code.work().run(connection);
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(((Command.Sql) command).sql());
    }
  }

  private record MarkNew(QualifiedName table) implements Operation {
    @Override
    public void writeTo(UnitWriter units) {
      units.created(table);
    }

    @Override
    public Reversal reversal() {
      return Reversal.impossible("it is only for tests");
    }

    @Override
    public String summary() {
      return "mark " + table;
    }
  }

  /** Whether it is refused by this server for want of a version, and not by the newest. */
  static boolean isTooNew(List<Operation> operations, int version) {
    UnitWriter.units(operations, 18);
    try {
      UnitWriter.units(operations, version);
      return false;
    } catch (RefusedOperationsException refused) {
      assertThat(refused).hasMessageContaining("needs PostgreSQL");
      return true;
    }
  }
}
