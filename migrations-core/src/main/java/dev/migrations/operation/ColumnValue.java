package dev.migrations.operation;

import java.util.List;

/**
 * Where a column gets its value from when none is given.
 *
 * @since 0.1.0
 */
public sealed interface ColumnValue {

  /** As it stands in the column's definition. */
  String sql();

  /**
   * A default.
   *
   * @param value the default
   */
  record Default(SqlValue value) implements ColumnValue {
    @Override
    public String sql() {
      return "DEFAULT " + (value.constant() ? value.sql() : parenthesized(value.sql()));
    }

    // DEFAULT takes an expression without parentheses only when nothing in it can be read as the
    // next clause of the column.
    private static String parenthesized(String expression) {
      return expression.matches("[A-Za-z_0-9]+(\\(\\))?") ? expression : "(" + expression + ")";
    }
  }

  /**
   * An identity.
   *
   * @param always whether a value that is given is refused ({@code GENERATED ALWAYS})
   * @param options of its sequence
   */
  record Identity(boolean always, List<SequenceOption> options) implements ColumnValue {
    public Identity {
      options = List.copyOf(options);
    }

    @Override
    public String sql() {
      return "GENERATED "
          + (always ? "ALWAYS" : "BY DEFAULT")
          + " AS IDENTITY"
          + SequenceOptions.inParentheses(options);
    }
  }

  /**
   * Computed from other columns.
   *
   * @param expression the expression, as SQL
   * @param stored whether it is computed when a row is written; otherwise when it is read, which
   *     PostgreSQL 18 and later can do
   */
  record Generated(String expression, boolean stored) implements ColumnValue {
    @Override
    public String sql() {
      return "GENERATED ALWAYS AS (" + expression + ") " + (stored ? "STORED" : "VIRTUAL");
    }
  }
}
