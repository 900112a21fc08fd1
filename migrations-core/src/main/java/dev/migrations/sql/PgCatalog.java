package dev.migrations.sql;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL of our own that means the same whatever is on the search path. Where others may create
 * functions and operators in a schema on it, PostgreSQL takes theirs for a plain {@code a = b} or
 * {@code f(a)} when they fit the types better than its own (CVE-2018-1058).
 *
 * @since 0.1.0
 */
public final class PgCatalog {

  private static final int OPERATOR = 1;
  private static final int FUNCTION = 2;
  private static final int TYPE = 3;

  /**
   * What is none of the three comes first: strings, quoted names, what {@link String#format} fills
   * in, and signs of the grammar, to which the star belongs, since it may stand for all columns.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*'|\"[^\"]*\"|%(?:\\d+\\$)?[sd%]|:=|=>|[*]"
              + "|([-+/<>=~!@#^&|]+)"
              + "|(?<![\\w.])([a-z]\\w*)(?=\\()"
              + "|(?<=::)([a-z]\\w*)(?![\\w.])");

  /** What looks like a function or a type, and is a word of PostgreSQL's grammar. */
  private static final Set<String> GRAMMAR =
      Set.of(
          "coalesce",
          "extract",
          "greatest",
          "least",
          "position",
          "substring",
          "bigint",
          "bit",
          "boolean",
          "integer");

  private PgCatalog() {}

  /**
   * The SQL with {@code pg_catalog} before all functions, operators and types: before each name in
   * lower case that a parenthesis follows at once, or that follows two colons. As {@code
   * OPERATOR(pg_catalog.=)} all operators bind alike, so what is mixed needs parentheses.
   *
   * <p>What looks up an operator without showing it must not be used: {@code IN} (write {@code =
   * ANY}), {@code LIKE}, {@code BETWEEN}, {@code NULLIF}, {@code IS DISTINCT FROM}, {@code CASE x
   * WHEN}, {@code JOIN … USING}; nor a multiplication, which looks like all columns.
   *
   * @param sql without comments; may be a pattern for {@link String#format}
   */
  public static String sql(String sql) {
    return TOKEN.matcher(sql).replaceAll(PgCatalog::qualified);
  }

  private static String qualified(MatchResult token) {
    String text = token.group();
    if (token.group(OPERATOR) != null) {
      return Matcher.quoteReplacement("OPERATOR(pg_catalog." + text + ")");
    }
    boolean name = token.group(FUNCTION) != null || token.group(TYPE) != null;
    return Matcher.quoteReplacement(name && !GRAMMAR.contains(text) ? "pg_catalog." + text : text);
  }
}
