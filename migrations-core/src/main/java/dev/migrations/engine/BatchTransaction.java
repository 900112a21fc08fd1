package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.operation.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries out one batch: a transaction, in one round trip. */
final class BatchTransaction {

  private static final String FIRST_COLUMN = "go_on";

  private final Connection connection;
  private final String preamble;
  private final RowGuard guard;

  /**
   * @param preamble what each transaction starts with
   */
  BatchTransaction(Connection connection, String preamble, RowGuard guard) {
    this.connection = connection;
    this.preamble = preamble;
    this.guard = guard;
  }

  /**
   * What a batch did.
   *
   * @param taken the rows that it walked through
   * @param changed those of them that it changed
   * @param position where it ended; {@code null} when no rows were left
   * @param rowsDone the rows that were walked through from the start
   * @param took how long its transaction was
   */
  record Done(long taken, long changed, @Nullable String position, long rowsDone, Duration took) {}

  /**
   * @param sql the statement of the batch, as {@link BatchStatement} writes it
   * @param plain what stands for it in an error
   * @throws CommandFailure when it failed; nothing of the batch was kept
   */
  Done run(String sql, String plain) throws CommandFailure {
    try {
      // The driver sends BEGIN together with the first statement.
      connection.setAutoCommit(false);
      Done done = execute(String.join(";\n", preamble, guard.lock(), sql, "COMMIT"));
      connection.setAutoCommit(true);
      return done;
    } catch (SQLException ex) {
      // Where the server names a place, it is one in the statement that it was sent.
      String shown = ServerMessage.position(ex) == null ? plain : sql;
      CommandFailure failure = new CommandFailure(Phase.COMMAND, new Command.Sql(shown), 0, ex);
      Rollback.after(failure, connection);
      throw failure;
    } catch (CommandFailure failure) {
      Rollback.after(failure, connection);
      throw failure;
    } catch (RuntimeException | Error ex) {
      Rollback.after(ex, connection);
      throw ex;
    }
  }

  private Done execute(String statements) throws SQLException, CommandFailure {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      long start = System.nanoTime();
      boolean isQuery = statement.execute(statements);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      Done done = null;
      while (isQuery || statement.getUpdateCount() >= 0) {
        if (isQuery && done == null) {
          done = read(statement.getResultSet(), took);
        }
        isQuery = statement.getMoreResults();
      }
      ServerWarnings.log(statement);
      if (done == null) {
        throw new IllegalStateException("The driver gave no result of the batch");
      }
      return done;
    }
  }

  /** What the batch says of itself; {@code null} for the result of another statement. */
  private static @Nullable Done read(ResultSet result, Duration took)
      throws SQLException, CommandFailure {
    if (!FIRST_COLUMN.equals(result.getMetaData().getColumnLabel(1))) {
      return null;
    }
    result.next();
    if (!result.getBoolean(FIRST_COLUMN)) {
      throw new CommandFailure(
          Phase.GUARD, null, 0, new SQLException("The version rows or the journal were moved"));
    }
    return new Done(
        result.getLong("taken"),
        result.getLong("changed"),
        result.getString("position"),
        result.getLong("rows_done"),
        took);
  }
}
