package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.operation.Command;
import dev.migrations.sql.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out the commands of a unit and the bookkeeping behind them in one transaction, in one
 * round trip unless code or a query stands between the statements.
 */
final class TransactionRunner {

  /** In rows: a query that returns many is read in pieces. */
  private static final int QUERY_FETCH_SIZE = 1_000;

  private final Connection connection;

  TransactionRunner(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param preamble what the transaction starts with
   * @param commands what it carries out
   * @param closing the bookkeeping, committed with the commands or not at all
   * @param guard the index in {@code closing} of the statement that refuses a null when the version
   *     rows were moved, or -1
   * @throws CommandFailure when something failed; nothing of the transaction was kept
   */
  void run(String preamble, List<Command> commands, List<String> closing, int guard)
      throws CommandFailure {
    Attempt attempt = new Attempt(commands, closing, guard);
    try {
      // The driver sends BEGIN together with the first statement.
      connection.setAutoCommit(false);
      attempt.run(preamble);
      connection.setAutoCommit(true);
    } catch (CommandFailure failure) {
      rollback(failure);
      throw failure;
    } catch (SQLException ex) {
      CommandFailure failure = new CommandFailure(Phase.COMMIT, null, 0, ex);
      rollback(failure);
      throw failure;
    }
  }

  /** Never hides the first failure. */
  private void rollback(CommandFailure failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException ex) {
      failure.addSuppressed(ex);
    }
  }

  private final class Attempt {

    private final List<Command> commands;
    private final List<String> closing;
    private final int guard;
    private final List<String> batch = new ArrayList<>();

    /** How many statements of the transaction stand before the batch's first command. */
    private int firstCommand;

    Attempt(List<Command> commands, List<String> closing, int guard) {
      this.commands = commands;
      this.closing = closing;
      this.guard = guard;
    }

    void run(String preamble) throws CommandFailure {
      batch.add(preamble);
      int leading = 1;
      for (int i = 0; i < commands.size(); i++) {
        if (commands.get(i) instanceof Command.Sql statement) {
          if (new SqlStatement(statement.sql(), 1).isQuery()) {
            send(leading);
            query(statement, i);
            leading = 0;
            firstCommand = i + 1;
          } else {
            batch.add(statement.sql());
          }
        } else if (commands.get(i) instanceof Command.Code code) {
          send(leading);
          runCode(code, i);
          leading = 0;
          firstCommand = i + 1;
        }
      }
      batch.addAll(closing);
      batch.add("COMMIT");
      send(leading);
    }

    private void send(int leading) throws CommandFailure {
      if (batch.isEmpty()) {
        return;
      }
      try {
        Batch.execute(connection, batch);
      } catch (BatchFailure failure) {
        throw failure.statement().isPresent()
            ? failure(failure.statement().getAsInt() - leading + firstCommand, failure.failure())
            : new CommandFailure(Phase.COMMAND, null, 0, failure.failure());
      }
      batch.clear();
    }

    private CommandFailure failure(int index, SQLException cause) {
      if (index < 0) {
        return new CommandFailure(Phase.BOOKKEEPING, null, 0, cause);
      }
      if (index < commands.size()) {
        return new CommandFailure(Phase.COMMAND, commands.get(index), index + 1, cause);
      }
      int closingIndex = index - commands.size();
      if (closingIndex == guard && SqlStates.isNullRefused(cause)) {
        return new CommandFailure(Phase.GUARD, null, 0, cause);
      }
      return new CommandFailure(
          closingIndex < closing.size() ? Phase.BOOKKEEPING : Phase.COMMIT, null, 0, cause);
    }

    /** In a batch, pgjdbc stops a query after its first row, and what it calls with it. */
    private void query(Command.Sql command, int index) throws CommandFailure {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.setFetchSize(QUERY_FETCH_SIZE);
        if (statement.execute(command.sql())) {
          readToTheEnd(statement.getResultSet());
        }
      } catch (SQLException ex) {
        throw new CommandFailure(Phase.COMMAND, command, index + 1, ex);
      }
    }

    private void readToTheEnd(ResultSet rows) throws SQLException {
      try (rows) {
        boolean more = rows.next();
        while (more) {
          more = rows.next();
        }
      }
    }

    private void runCode(Command.Code code, int index) throws CommandFailure {
      try {
        code.work().run(GuardedConnection.of(connection));
      } catch (SQLException | RuntimeException ex) {
        throw new CommandFailure(Phase.COMMAND, code, index + 1, ex);
      }
    }
  }
}
