package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Executes what the splitter makes of a text as the engine does, through the driver. */
final class DriverCheck {

  private DriverCheck() {}

  /** Each statement is a single one to the driver too. */
  static void run(Connection connection, String text) throws SQLException {
    for (SqlStatement piece : SqlSplitter.split(text)) {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        if (statement.execute(DriverText.of(piece.text()))) {
          try (ResultSet result = statement.getResultSet()) {
            assertThat(result.getMetaData().getColumnCount()).isPositive();
          }
        }
        assertThat(statement.getMoreResults()).as(piece.text()).isFalse();
        assertThat(statement.getUpdateCount()).as(piece.text()).isEqualTo(-1);
      }
    }
  }
}
