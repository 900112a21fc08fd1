package dev.migrations.engine;

import dev.migrations.sql.DriverText;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends statements to the server in one round trip. */
final class Batch {

  /** As MessageFormat writes it: in the locale's digits, grouped by its separator. */
  private static final Pattern FIRST_NUMBER =
      Pattern.compile(
          "\\d{1,3}(?:[.,'\\u2019\\u066c\\u00a0\\u202f]?\\d{3})*", Pattern.UNICODE_CHARACTER_CLASS);

  private Batch() {}

  /**
   * Executes the statements in order until one fails; rows that they return are dropped.
   *
   * @throws BatchFailure naming the statement that failed
   */
  static void execute(Connection connection, List<String> statements) throws BatchFailure {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        statement.addBatch(DriverText.of(sql));
      }
      statement.executeBatch();
      ServerWarnings.log(statement);
    } catch (BatchUpdateException ex) {
      throw new BatchFailure(failedStatement(ex, statements.size()), rootFailure(ex));
    } catch (SQLException ex) {
      throw new BatchFailure(OptionalInt.empty(), ex);
    }
  }

  /**
   * The update counts of pgjdbc do not tell which statement failed when the batch runs in one
   * transaction; its message does, with the number of the entry in front.
   */
  private static OptionalInt failedStatement(BatchUpdateException failure, int size) {
    String message = failure.getMessage();
    Matcher number = FIRST_NUMBER.matcher(message == null ? "" : message);
    if (!number.find() || number.group().length() > 9) {
      return OptionalInt.empty();
    }
    int index = Integer.parseInt(number.group().replaceAll("\\P{Nd}", ""));
    return index < size ? OptionalInt.of(index) : OptionalInt.empty();
  }

  private static SQLException rootFailure(BatchUpdateException failure) {
    return failure.getCause() instanceof SQLException cause ? cause : failure;
  }
}
