package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.AuthorCases.Case;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL's own grammar takes every statement with hostile names that it takes with plain ones.
 */
@PostgresTest
class HostileNamesAreParsedTests {

  @Test
  void theServerReadsEveryStatement(TestDatabase db) throws SQLException {
    Map<String, String> refused = new LinkedHashMap<>();
    try (Connection connection = db.connect()) {
      String server = " on " + (UnitRunner.version(connection) < 18 ? 14 : 18);
      Map<String, String> read = new LinkedHashMap<>();
      for (Case plain : new AuthorCases().all()) {
        GivenNames names = new GivenNames(HostileNamesAreParsedTests::hostile, plain.manner());
        List<RenderedCalls.Statement> hostile =
            AuthorCases.rendered(plain.call(), names).statements();
        for (int at = 0; at < hostile.size(); at++) {
          RenderedCalls.Statement before = plain.plain().statements().get(at);
          if (before.place().contains(server) && isStatement(before)) {
            String error = read.computeIfAbsent(before.sql(), sql -> error(connection, sql));
            String hostileError =
                read.computeIfAbsent(hostile.get(at).sql(), sql -> error(connection, sql));
            if (!error.isEmpty()) {
              refused.put(plain.call().text() + ": " + before.sql(), error);
            } else if (!hostileError.isEmpty()) {
              refused.put(hostile.get(at).sql(), hostileError);
            }
          }
        }
      }
      assertThat(read).hasSizeGreaterThan(1_000);
    }
    assertThat(refused).isEmpty();
  }

  private static boolean isStatement(RenderedCalls.Statement rendered) {
    return !rendered.sql().isEmpty() && !rendered.place().endsWith("to be repeated");
  }

  private static String hostile(int number) {
    return "\"q';--/*$$\\ %s.Ü" + number;
  }

  /** What the server says to the statement behind a RETURN, where it is read and not executed. */
  private static String error(Connection connection, String sql) {
    String block = "BEGIN RETURN;\n" + sql + ";\nEND";
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("DO " + DollarQuote.quote(block));
      return "";
    } catch (SQLException ex) {
      return ex.getMessage();
    }
  }
}
