package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.error.MigrationsException;
import dev.migrations.operation.Command;
import dev.migrations.operation.PgjdbcCopy;
import dev.migrations.sql.CopyData;
import dev.migrations.sql.DriverText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the commands of a unit and the bookkeeping behind them in one transaction, in one
 * round trip unless code or a query stands between the statements, or they are long.
 */
final class TransactionRunner {

  /** In rows: a query that returns many is read in pieces. */
  private static final int QUERY_FETCH_SIZE = 1_000;

  /**
   * In characters. Until all of a batch is sent, nobody reads what the server says to it. So what
   * is sent must fit into the buffers between the two: when a statement raises notices by the
   * megabyte, the server waits for its reader, and does not take the rest.
   */
  static final int LARGEST_BATCH = 32_000;

  private final Connection connection;

  TransactionRunner(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param preamble what the transaction starts with
   * @param commands what it carries out
   * @throws CommandFailure when something failed; nothing of the transaction was kept
   */
  void run(String preamble, List<Command> commands, Closing closing) throws CommandFailure {
    Attempt attempt = new Attempt(commands, closing);
    try {
      // The driver sends BEGIN together with the first statement.
      connection.setAutoCommit(false);
      attempt.run(preamble);
      connection.setAutoCommit(true);
    } catch (CommandFailure failure) {
      Rollback.after(failure, connection);
      throw failure;
    } catch (SQLException ex) {
      CommandFailure failure = new CommandFailure(Phase.COMMIT, null, 0, ex);
      Rollback.after(failure, connection);
      throw failure;
    } catch (RuntimeException | Error ex) {
      Rollback.after(ex, connection);
      throw ex;
    }
  }

  private final class Attempt {

    private final List<Command> commands;
    private final Closing closing;
    private final List<String> batch = new ArrayList<>();

    private int batchLength;

    /** The place of the batch's first statement among the commands and the closing behind them. */
    private int first = -1;

    private Command.@Nullable Code lastCode;

    Attempt(List<Command> commands, Closing closing) {
      this.commands = commands;
      this.closing = closing;
    }

    void run(String preamble) throws CommandFailure {
      add(preamble);
      for (Command command : commands) {
        if (command instanceof Command.Code code) {
          send();
          runCode(code);
          first++;
        } else if (command instanceof Command.Sql statement) {
          if (statement.copyData() != null) {
            send();
            copy(statement, statement.copyData());
            first++;
          } else if (statement.statement().isQuery()) {
            send();
            query(statement);
            first++;
          } else {
            add(statement.sql());
          }
        }
      }
      for (String statement : closing.statements()) {
        add(statement);
      }
      add("COMMIT");
      send();
    }

    private void add(String sql) throws CommandFailure {
      if (batchLength + sql.length() > LARGEST_BATCH) {
        send();
      }
      batch.add(sql);
      batchLength += sql.length();
    }

    private void send() throws CommandFailure {
      if (batch.isEmpty()) {
        return;
      }
      try {
        Batch.execute(connection, batch);
      } catch (BatchFailure failure) {
        throw failure.statement().isPresent()
            ? failure(first + failure.statement().getAsInt(), failure.failure())
            : new CommandFailure(Phase.COMMAND, null, 0, failure.failure());
      }
      first += batch.size();
      batch.clear();
      batchLength = 0;
    }

    private CommandFailure failure(int index, SQLException cause) {
      if (lastCode != null && SqlStates.isAfterFailure(cause)) {
        return new CommandFailure(Phase.COMMAND, lastCode, commands.indexOf(lastCode) + 1, cause);
      }
      if (index < 0) {
        return new CommandFailure(Phase.BOOKKEEPING, null, 0, cause);
      }
      if (index < commands.size()) {
        return new CommandFailure(Phase.COMMAND, commands.get(index), index + 1, cause);
      }
      int closingIndex = index - commands.size();
      if (closingIndex == closing.guard() && SqlStates.isNullRefused(cause)) {
        return new CommandFailure(Phase.GUARD, null, 0, cause);
      }
      return new CommandFailure(
          closingIndex < closing.statements().size() ? Phase.BOOKKEEPING : Phase.COMMIT,
          null,
          0,
          cause);
    }

    private void copy(Command.Sql command, CopyData rows) throws CommandFailure {
      try {
        PgjdbcCopy.run(connection, command.sql(), rows);
      } catch (SQLException | MigrationsException ex) {
        throw new CommandFailure(Phase.COMMAND, command, first + 1, ex);
      }
    }

    /** In a batch, pgjdbc stops a query after its first row, and what it calls with it. */
    private void query(Command.Sql command) throws CommandFailure {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.setFetchSize(QUERY_FETCH_SIZE);
        if (statement.execute(DriverText.of(command.sql()))) {
          readToTheEnd(statement.getResultSet());
        }
      } catch (SQLException ex) {
        throw failure(first, ex);
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

    private void runCode(Command.Code code) throws CommandFailure {
      try {
        lastCode = code;
        code.work().run(GuardedConnection.of(connection));
      } catch (Exception ex) {
        // Any: not all languages make code declare the checked ones.
        throw new CommandFailure(Phase.COMMAND, code, first + 1, ex);
      }
    }
  }
}
