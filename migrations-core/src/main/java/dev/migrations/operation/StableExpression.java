package dev.migrations.operation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells default expressions that are known not to be volatile: PostgreSQL evaluates them once for
 * all rows that are there, and does not rewrite the table (ALTER TABLE, notes). Only what is on the
 * list counts as known; a function of one's own, for example, never does.
 */
final class StableExpression {

  private static final Set<String> WORDS =
      Set.of(
          "true",
          "false",
          "null",
          "array",
          "at",
          "time",
          "zone",
          "with",
          "without",
          "date",
          "timestamp",
          "timestamptz",
          "interval",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "current_role",
          "session_user",
          "user",
          "current_catalog",
          "current_schema");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "current_timestamp",
          "current_time",
          "localtime",
          "localtimestamp",
          "current_database",
          "current_schema",
          "current_setting",
          "pg_current_xact_id",
          "date_trunc",
          "make_interval",
          "lower",
          "upper");

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+"
              + "|(?<cast>::\\s*[a-z_][a-z_0-9]*(?:\\s+(?:precision|varying|with(?:out)?\\s+time\\s+zone))?"
              + "(?:\\s*\\(\\s*[0-9, ]+\\))?(?:\\[\\])*)"
              + "|(?<text>(?:\\be)?'(?:[^'\\\\]|'')*')"
              + "|(?<number>[0-9]+(?:\\.[0-9]+)?)"
              + "|(?<function>[a-z_][a-z_0-9]*)\\s*\\("
              + "|(?<word>[a-z_][a-z_0-9]*)"
              + "|--|/\\*"
              + "|(?<sign>[-+*/,()\\[\\]])");

  private StableExpression() {}

  static boolean isStable(SqlValue value) {
    return value.constant() || isStable(value.sql());
  }

  private static boolean isStable(String expression) {
    String lower = expression.toLowerCase(Locale.ROOT);
    Matcher token = TOKEN.matcher(lower);
    int at = 0;
    while (at < lower.length()) {
      if (!token.find() || token.start() != at || !isKnown(token)) {
        return false;
      }
      at = token.end();
    }
    return true;
  }

  private static boolean isKnown(Matcher token) {
    String function = token.group("function");
    String word = token.group("word");
    if (function != null) {
      return FUNCTIONS.contains(function);
    }
    if (word != null) {
      return WORDS.contains(word);
    }
    return token.group().isBlank()
        || token.group("cast") != null
        || token.group("text") != null
        || token.group("number") != null
        || token.group("sign") != null;
  }
}
