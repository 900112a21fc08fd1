package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

@Revision(id = "r31", down = "r30", message = "Run code")
class R31RunCode implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r31, first"));
    op.run("double the counter", R31RunCode::twice).reversedBy(R31RunCode::twice);
    op.invoke(tally("r31, last"));
  }

  private static void twice(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet counter = query.executeQuery("SELECT n FROM counter");
        PreparedStatement log = connection.prepareStatement("INSERT INTO log VALUES (?)");
        PreparedStatement update = connection.prepareStatement("UPDATE counter SET n = ?")) {
      counter.next();
      for (int line = 0; line < 3; line++) {
        log.setString(1, "r31, line " + line);
        log.addBatch();
      }
      log.executeBatch();
      update.setInt(1, counter.getInt(1) * 2);
      update.executeUpdate();
    }
  }
}
