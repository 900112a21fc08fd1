package dev.migrations.sql;

import java.util.List;

/**
 * Statements that change the session or the transaction for those behind them: {@code SET}, {@code
 * RESET}, {@code DISCARD}, {@code set_config}.
 *
 * @since 0.1.0
 */
public final class SessionSetting {

  /** They only say how a dump is read, and are the same in all that follows. */
  private static final List<String> HARMLESS =
      List.of("constraints", "check_function_bodies", "default_table_access_method");

  private SessionSetting() {}

  /**
   * Whether statements behind this one mean something else because of it.
   *
   * @param statement one SQL statement
   */
  public static boolean affectsOthers(String statement) {
    String text = new SqlStatement(statement, 0).normalized();
    String behindSet = text.replaceFirst("^set (local |session )?", "");
    if (text.startsWith("set ") && HARMLESS.stream().noneMatch(behindSet::startsWith)) {
      return true;
    }
    return text.startsWith("reset ") || text.startsWith("discard ") || callsSetConfig(statement);
  }

  /**
   * Whether it has a backslash escape in plain strings from here on: {@code SET
   * standard_conforming_strings = off}.
   *
   * @param statement one SQL statement
   */
  public static boolean changesStrings(String statement) {
    SqlCursor at = new SqlCursor(statement);
    if (!at.skip("set")) {
      return false;
    }
    at.skipOneOf("session", "local");
    if (!"standard_conforming_strings".equals(at.name())) {
      return false;
    }
    at.advance();
    return !at.atEnd() && SqlOptions.isOff(at.lowerCase());
  }

  private static boolean callsSetConfig(String statement) {
    SqlLexer lexer = new SqlLexer(statement, 0, 1);
    SqlToken token = lexer.next();
    while (token != SqlToken.END) {
      if (token == SqlToken.WORD && lexer.text().equalsIgnoreCase("set_config")) {
        return true;
      }
      token = lexer.next();
    }
    return false;
  }
}
