package dev.migrations.engine;

import java.sql.SQLException;
import java.util.OptionalInt;

/** The server refused a statement of a batch. */
final class BatchFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient OptionalInt statement;
  private final SQLException failure;

  BatchFailure(OptionalInt statement, SQLException failure) {
    super(failure);
    this.statement = statement;
    this.failure = failure;
  }

  /** The index of the statement that failed, from 0, where the driver told it. */
  OptionalInt statement() {
    return statement;
  }

  /** What the server said. */
  SQLException failure() {
    return failure;
  }
}
