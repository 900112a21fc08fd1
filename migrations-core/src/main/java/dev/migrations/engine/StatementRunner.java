package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.error.MigrationsException;
import dev.migrations.operation.Recovery;
import dev.migrations.operation.Unit;
import dev.migrations.sql.DriverText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Carries out a unit that PostgreSQL refuses to run inside a transaction. */
final class StatementRunner {

  private final Connection connection;
  private final IndexRecovery recovery;
  private final PartitionRecovery partitions;
  private final RebuildRecovery rebuilds;

  StatementRunner(Connection connection) {
    this.connection = connection;
    this.recovery = new IndexRecovery(connection);
    this.partitions = new PartitionRecovery(connection);
    this.rebuilds = new RebuildRecovery(connection);
  }

  /**
   * Clears away what a statement left behind that died in an earlier run and was edited since.
   *
   * @param index the index that it was building, with its schema and quoted
   */
  void clearFormer(String index) throws CommandFailure {
    try {
      recovery.clearFormer(index);
    } catch (SQLException ex) {
      throw new CommandFailure(Phase.BOOKKEEPING, null, 0, ex);
    }
  }

  /**
   * @param before what is committed before the statement: settings of the session, the journal
   * @param startedBefore whether an earlier run started the statement and did not note its end
   * @throws CommandFailure when it failed; an invalid index that it left is dropped
   */
  void run(Unit.OutsideTransaction unit, List<String> before, boolean startedBefore)
      throws CommandFailure {
    try {
      Batch.execute(connection, before);
      if (isDone(unit.recovery(), startedBefore)) {
        return;
      }
    } catch (BatchFailure failure) {
      boolean moved = SqlStates.isNullRefused(failure.failure());
      throw new CommandFailure(moved ? Phase.GUARD : Phase.BOOKKEEPING, null, 0, failure.failure());
    } catch (SQLException | MigrationsException ex) {
      throw new CommandFailure(Phase.COMMAND, unit.statement(), 1, ex);
    }
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(DriverText.of(unit.statement().sql()));
    } catch (SQLException ex) {
      recovery.clearAfter(unit.recovery(), ex);
      rebuilds.clearAfter(unit.recovery(), ex);
      throw new CommandFailure(Phase.COMMAND, unit.statement(), 1, ex);
    }
  }

  private boolean isDone(Recovery what, boolean startedBefore) throws SQLException {
    if (what instanceof Recovery.PartitionDetach detach) {
      return partitions.isDone(detach, startedBefore);
    }
    if (what instanceof Recovery.IndexRebuild rebuild) {
      rebuilds.clear(rebuild);
    }
    return recovery.isDone(what, startedBefore);
  }
}
