package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or the code, of a revision failed. Its unit was rolled back; units before it stay
 * committed, and the next run goes on behind them.
 *
 * @since 0.1.0
 */
public final class RevisionFailedException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String revision;
  private final Direction direction;
  private final @Nullable String statement;
  private final @Nullable String sqlState;
  private final @Nullable Integer position;

  RevisionFailedException(
      String revision,
      Direction direction,
      @Nullable String statement,
      @Nullable String sqlState,
      @Nullable Integer position,
      String description,
      String action,
      Throwable cause) {
    super(description, action, cause);
    this.revision = revision;
    this.direction = direction;
    this.statement = statement;
    this.sqlState = sqlState;
    this.position = position;
  }

  /** The revision's id. */
  public String revision() {
    return revision;
  }

  /** Which way it was run. */
  public Direction direction() {
    return direction;
  }

  /** The statement that failed, or {@code null} when it was code, or the driver did not tell. */
  public @Nullable String statement() {
    return statement;
  }

  /** The SQLSTATE (PostgreSQL manual, appendix A), or {@code null} when the server gave none. */
  public @Nullable String sqlState() {
    return sqlState;
  }

  /** The character of the statement at which the server stumbled, from 1, if it told. */
  public OptionalInt position() {
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }
}
