package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import org.jspecify.annotations.Nullable;

/**
 * A value in a statement: a constant, or an expression that PostgreSQL evaluates.
 *
 * @param sql the value as it stands in the statement
 * @param constant whether it is a constant
 * @since 0.1.0
 */
public record SqlValue(String sql, boolean constant) {

  /**
   * A constant, of any type that {@link SqlLiterals#literal} knows; a {@code SqlValue} is taken as
   * it is.
   *
   * @throws dev.migrations.error.MigrationsException when the type of the value is not known
   */
  public static SqlValue of(@Nullable Object value) {
    return value instanceof SqlValue known ? known : new SqlValue(SqlLiterals.literal(value), true);
  }

  /** An expression, as SQL. */
  public static SqlValue expression(String sql) {
    return new SqlValue(sql, false);
  }
}
