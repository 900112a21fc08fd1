package dev.migrations.operation;

import java.util.List;

/**
 * What one transaction carries, one statement that refuses a transaction, or one change of many
 * rows in batches. A revision is one or more units; after a crash the next run resumes behind the
 * last one that is done, and inside of one in batches behind its last batch.
 *
 * @since 0.1.0
 */
public sealed interface Unit {

  /**
   * Its statements and code, in order; one statement where it refuses a transaction. For batches it
   * is the statement that would change all rows at once.
   */
  List<Command> commands();

  /**
   * Commands that are committed together.
   *
   * @param commands one or more commands, in the order in which they run
   */
  record Transaction(List<Command> commands) implements Unit {
    public Transaction {
      commands = List.copyOf(commands);
    }
  }

  /**
   * A statement that PostgreSQL refuses to run inside a transaction block.
   *
   * @param statement the statement
   * @param recovery how it is made repeatable
   */
  record OutsideTransaction(Command.Sql statement, Recovery recovery) implements Unit {
    @Override
    public List<Command> commands() {
      return List.of(statement);
    }
  }

  /**
   * A change of many rows, cut into batches, each of which is a transaction.
   *
   * @param change what happens to the rows
   * @param pace how fast
   */
  record Batches(BatchedChange change, BatchPace pace) implements Unit {
    @Override
    public List<Command> commands() {
      return List.of(new Command.Sql(change.statement()));
    }
  }
}
