package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlLexer;
import dev.migrations.sql.SqlToken;

/**
 * A function or procedure with its arguments, as SQL: {@code app.total(order_id bigint, factor
 * numeric DEFAULT 1)}.
 *
 * @param sql the signature as it stands in the statement that creates the routine
 * @since 0.1.0
 */
public record RoutineSignature(String sql) {

  /**
   * Checks the signature.
   *
   * @throws MigrationsException when it is empty, or a quote, comment or parenthesis is never
   *     closed
   */
  public RoutineSignature {
    sql = SqlBody.of(sql, "the signature '" + sql + "'");
  }

  /** Whether it says which arguments the routine takes, be it none: {@code now_utc()}. */
  public boolean hasArguments() {
    SqlLexer lexer = new SqlLexer(sql);
    while (lexer.next() != SqlToken.END) {
      if (lexer.isSymbol('(')) {
        return true;
      }
    }
    return false;
  }

  /**
   * The signature without the defaults of its arguments, as statements other than CREATE take it.
   */
  public String withoutDefaults() {
    StringBuilder kept = new StringBuilder();
    SqlLexer lexer = new SqlLexer(sql);
    int depth = 0;
    int from = 0;
    boolean inDefault = false;
    while (lexer.next() != SqlToken.END) {
      boolean endsArgument = depth == 1 && (lexer.isSymbol(',') || lexer.isSymbol(')'));
      if (inDefault && endsArgument) {
        inDefault = false;
        from = lexer.start();
      } else if (!inDefault && depth == 1 && beginsDefault(lexer)) {
        inDefault = true;
        kept.append(sql.substring(from, lexer.start()).stripTrailing());
      }
      if (lexer.isSymbol('(') || lexer.isSymbol('[')) {
        depth++;
      } else if (lexer.isSymbol(')') || lexer.isSymbol(']')) {
        depth--;
      }
    }
    return kept.append(sql, from, sql.length()).toString();
  }

  private static boolean beginsDefault(SqlLexer lexer) {
    return lexer.isWord("default")
        || (lexer.token() == SqlToken.OPERATOR && lexer.text().equals("="));
  }

  /** As one reads it in a message. */
  @Override
  public String toString() {
    return sql;
  }
}
