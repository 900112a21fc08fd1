package dev.migrations.operation;

import dev.migrations.Operations;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What PostgreSQL tells of its work while operations are carried out on tables in use. */
final class Messages {

  private Messages() {}

  static List<String> of(TestDatabase db, Consumer<Operations> recorded) throws SQLException {
    List<String> messages = new ArrayList<>();
    try (Connection connection = db.connect()) {
      for (Unit unit :
          UnitWriter.units(Rendering.recorded(recorded), UnitRunner.version(connection))) {
        messages.addAll(of(connection, unit));
      }
    }
    return messages;
  }

  static List<String> of(Connection connection, Unit unit) throws SQLException {
    List<String> messages = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET client_min_messages = debug1");
      boolean together = unit instanceof Unit.Transaction;
      connection.setAutoCommit(!together);
      for (Command command : unit.commands()) {
        statement.execute(((Command.Sql) command).sql());
        for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
          messages.add(w.getMessage());
        }
        statement.clearWarnings();
      }
      if (together) {
        connection.commit();
      }
      connection.setAutoCommit(true);
      statement.execute("RESET client_min_messages");
    }
    return messages;
  }
}
