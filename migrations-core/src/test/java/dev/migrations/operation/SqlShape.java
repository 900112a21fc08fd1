package dev.migrations.operation;

import dev.migrations.sql.SqlLexer;
import dev.migrations.sql.SqlNames;
import dev.migrations.sql.SqlToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether SQL with hostile names is the SQL with plain ones, token by token, with the names
 * put in. What is quoted is looked into: a literal may be a name, SQL of its own, or a template for
 * {@code format}.
 */
final class SqlShape {

  private static final Pattern MARKER = Pattern.compile("N[0-9]{4}z");

  /** A per cent sign that {@code format} reads as the beginning of an argument. */
  private static final char ARGUMENT = '\u0001';

  private static final int LONGEST = 63;

  /**
   * A token.
   *
   * @param kind its kind
   * @param text what it says, without its quotes
   * @param template whether it is a template for {@code format}
   */
  private record Token(SqlToken kind, String text, boolean template) {
    boolean hasMarker() {
      return MARKER.matcher(text).find();
    }
  }

  private final Map<String, String> names;

  /**
   * @param names the hostile names by the markers that stand for them
   */
  SqlShape(Map<String, String> names) {
    this.names = names;
  }

  /** Where they differ, if they do. */
  Optional<String> difference(String plain, String hostile) {
    List<Token> expected;
    List<Token> found;
    try {
      expected = tokens(plain);
      found = tokens(hostile);
    } catch (RuntimeException unreadable) {
      return Optional.of(unreadable.getMessage());
    }
    if (expected.size() != found.size()) {
      return Optional.of(expected.size() + " tokens became " + found.size());
    }
    for (int at = 0; at < expected.size(); at++) {
      Optional<String> difference = difference(expected.get(at), found.get(at));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(Token plain, Token hostile) {
    if (plain.kind() == SqlToken.WORD && plain.hasMarker()) {
      return Optional.of("the name " + plain.text() + " is not quoted");
    }
    String expected = filled(plain.text());
    if (plain.kind() == SqlToken.QUOTED_NAME && needsNoQuotes(hostile, expected)) {
      return Optional.empty();
    }
    if (plain.kind() != hostile.kind()) {
      return Optional.of(plain + " became " + hostile);
    }
    if (expected.equals(hostile.text())) {
      return Optional.empty();
    }
    boolean isName = plain.kind() == SqlToken.QUOTED_NAME || isNameAsLiteral(plain);
    if (isName && isCut(plain.text(), expected, hostile.text())) {
      return Optional.empty();
    }
    return plain.kind() == SqlToken.LITERAL && plain.hasMarker()
        ? difference(plain.text(), hostile.text())
        : Optional.of(expected + " became " + hostile.text());
  }

  /** As the catalog is asked for it. */
  private static boolean isNameAsLiteral(Token token) {
    return token.kind() == SqlToken.LITERAL && token.text().matches("[~\\w]+");
  }

  /** Whether it is a name made of a key word, and none itself. */
  private static boolean needsNoQuotes(Token hostile, String expected) {
    return hostile.kind() == SqlToken.WORD
        && hostile.text().equals(expected)
        && SqlNames.quote(expected).equals(expected);
  }

  /** Whether it is a name made of others that together are longer than the server keeps. */
  private static boolean isCut(String plain, String expected, String hostile) {
    return !MARKER.matcher(plain).matches()
        && bytes(expected) > LONGEST
        && bytes(hostile) <= LONGEST;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private String filled(String plain) {
    return MARKER
        .matcher(plain)
        .replaceAll(
            marker -> Matcher.quoteReplacement(names.getOrDefault(marker.group(), marker.group())));
  }

  private static List<Token> tokens(String sql) {
    List<Token> tokens = new ArrayList<>();
    SqlLexer lexer = new SqlLexer(sql);
    Deque<Boolean> templates = new ArrayDeque<>(List.of(false));
    boolean afterFormat = false;
    while (lexer.next() != SqlToken.END) {
      boolean template = templates.element() && lexer.token() == SqlToken.LITERAL;
      tokens.add(new Token(lexer.token(), said(lexer, template), template));
      if (lexer.isSymbol('(')) {
        templates.push(afterFormat);
      } else if (lexer.isSymbol(')') && templates.size() > 1) {
        templates.pop();
      } else if (lexer.isSymbol(',')) {
        // Only the first argument is the template.
        templates.pop();
        templates.push(false);
      }
      afterFormat = lexer.isWord("format");
    }
    return tokens;
  }

  private static String said(SqlLexer lexer, boolean template) {
    String text = lexer.text();
    String said =
        switch (lexer.token()) {
          case QUOTED_NAME -> text.substring(1, text.length() - 1).replace("\"\"", "\"");
          case LITERAL -> literal(text);
          default -> text;
        };
    return template
        ? said.replace("%%", "\u0002").replace('%', ARGUMENT).replace('\u0002', '%')
        : said;
  }

  private static String literal(String text) {
    if (text.startsWith("$")) {
      int delimiter = text.indexOf('$', 1) + 1;
      return text.substring(delimiter, text.length() - delimiter);
    }
    boolean escapes = text.startsWith("E");
    String said = text.substring(escapes ? 2 : 1, text.length() - 1).replace("''", "'");
    return escapes ? said.replace("\\\\", "\\") : said;
  }
}
