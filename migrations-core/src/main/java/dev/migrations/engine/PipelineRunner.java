package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.engine.Pipelining.Part;
import dev.migrations.error.MigrationsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends steps that go together: transactions in a row, of which the first that fails ends it. */
final class PipelineRunner {

  private static final Logger log = LoggerFactory.getLogger(PipelineRunner.class);

  private static final String COMMIT = "COMMIT";

  private final Connection connection;
  private final Heartbeat heartbeat;

  PipelineRunner(Connection connection, Heartbeat heartbeat) {
    this.connection = connection;
    this.heartbeat = heartbeat;
  }

  /**
   * Sends the steps.
   *
   * @param progress how the first of them begins
   * @return how many were committed: all, or those before the one that the server refused; nothing
   *     when the driver did not tell which one that was
   * @throws MigrationsException when the connection broke, so that nobody knows which
   */
  OptionalInt run(List<Part> parts, Progress progress) {
    List<String> statements = statements(parts);
    try {
      heartbeat.during(progress, () -> send(statements));
      return OptionalInt.of(parts.size());
    } catch (CommandFailure failure) {
      if (SqlStates.lostIn(failure).isPresent()) {
        throw lost(parts, failure);
      }
      log.debug("{}; what is left of them follows one by one", text(parts), failure);
      return failure.number() == 0
          ? OptionalInt.empty()
          : OptionalInt.of(
              Collections.frequency(statements.subList(0, failure.number() - 1), COMMIT));
    }
  }

  private void send(List<String> statements) throws CommandFailure {
    try {
      // The driver sends BEGIN together with the first statement.
      connection.setAutoCommit(false);
      Batch.execute(connection, statements);
      connection.setAutoCommit(true);
    } catch (BatchFailure failure) {
      int number = failure.statement().orElse(-1) + 1;
      throw rolledBack(new CommandFailure(Phase.COMMAND, null, number, failure.failure()));
    } catch (SQLException ex) {
      throw rolledBack(new CommandFailure(Phase.COMMIT, null, 0, ex));
    } catch (RuntimeException | Error ex) {
      Rollback.after(ex, connection);
      throw ex;
    }
  }

  private CommandFailure rolledBack(CommandFailure failure) {
    Rollback.after(failure, connection);
    return failure;
  }

  private static List<String> statements(List<Part> parts) {
    List<String> statements = new ArrayList<>();
    for (Part part : parts) {
      if (!statements.isEmpty()) {
        statements.add("BEGIN");
      }
      statements.addAll(part.transaction());
      statements.add(COMMIT);
    }
    return statements;
  }

  private static MigrationsException lost(List<Part> parts, CommandFailure failure) {
    MigrationsException exception =
        new MigrationsException(
            text(parts) + ": " + ServerMessage.text(failure.reason()),
            "The connection broke, so nobody here knows how many of them were committed. Start"
                + " again: the next run asks the database and goes on from there.",
            failure.reason());
    for (Throwable suppressed : failure.getSuppressed()) {
      exception.addSuppressed(suppressed);
    }
    return exception;
  }

  private static String text(List<Part> parts) {
    return "The upgrades of revisions %s to %s, which were sent together, failed"
        .formatted(parts.get(0).step().revision(), parts.get(parts.size() - 1).step().revision());
  }
}
