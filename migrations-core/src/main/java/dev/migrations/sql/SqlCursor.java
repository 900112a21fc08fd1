package dev.migrations.sql;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a statement's tokens in order, without its comments, as far as somebody asks. */
final class SqlCursor {

  private static final int LONGEST_NAME = 63;

  private final String text;
  private final SqlLexer lexer;

  SqlCursor(String text) {
    this.text = text;
    this.lexer = new SqlLexer(text);
    advance();
  }

  void advance() {
    do {
      lexer.next();
    } while (lexer.token() == SqlToken.LINE_COMMENT || lexer.token() == SqlToken.BLOCK_COMMENT);
  }

  boolean atEnd() {
    return lexer.token() == SqlToken.END;
  }

  boolean at(String word) {
    return lexer.isWord(word);
  }

  boolean atSymbol(char symbol) {
    return lexer.isSymbol(symbol);
  }

  boolean atOperator(String operator) {
    return lexer.token() == SqlToken.OPERATOR && lexer.text().equals(operator);
  }

  /** Steps over the words when they stand here in this order; else stays behind the last fit. */
  boolean skip(String... words) {
    for (String word : words) {
      if (!at(word)) {
        return false;
      }
      advance();
    }
    return true;
  }

  boolean skipOneOf(String... words) {
    for (String word : words) {
      if (skip(word)) {
        return true;
      }
    }
    return false;
  }

  boolean skipSymbol(char symbol) {
    if (!atSymbol(symbol)) {
      return false;
    }
    advance();
    return true;
  }

  /** Whether the words follow each other anywhere from here on. */
  boolean hasAhead(String... words) {
    while (!atEnd()) {
      if (at(words[0])) {
        if (skip(words)) {
          return true;
        }
      } else {
        advance();
      }
    }
    return false;
  }

  /** Steps to the word, over whatever stands in parentheses; to the end when it does not come. */
  boolean skipTo(String word) {
    while (!atEnd() && !at(word)) {
      advanceOver();
    }
    return at(word);
  }

  /** Steps to the next comma that stands in no parentheses, or to the end. */
  void skipToComma() {
    while (!atEnd() && !atSymbol(',')) {
      advanceOver();
    }
  }

  /** Steps to the next comma or the end of the parentheses that it stands in. */
  void skipToCommaOrParenthesis() {
    while (!atEnd() && !atSymbol(',') && !atSymbol(')')) {
      advanceOver();
    }
  }

  /** Steps over a token, or over parentheses with all that is in them. */
  void advanceOver() {
    int depth = 0;
    do {
      if (atSymbol('(')) {
        depth++;
      } else if (atSymbol(')')) {
        depth--;
      }
      advance();
    } while (depth > 0 && !atEnd());
  }

  /** The current token in lower case. */
  String lowerCase() {
    return Characters.lowerCase(lexer.text());
  }

  /** The text from the current token on. */
  String rest() {
    return text.substring(lexer.start());
  }

  /** Steps over a name and returns it as the server keeps it, or null when there is none here. */
  @Nullable String name() {
    String written = lexer.text();
    String name;
    if (lexer.token() == SqlToken.WORD) {
      name = Characters.lowerCase(written);
    } else if (lexer.token() == SqlToken.QUOTED_NAME && written.charAt(0) == '"') {
      name = written.substring(1, written.length() - 1).replace("\"\"", "\"");
    } else {
      return null;
    }
    advance();
    return cut(name);
  }

  /**
   * Steps over a string and returns what is in it; null when there is none here, or one with a
   * prefix.
   */
  @Nullable String literal() {
    String written = lexer.text();
    if (lexer.token() != SqlToken.LITERAL) {
      return null;
    }
    String text = null;
    if (written.charAt(0) == '\'') {
      text = written.substring(1, written.length() - 1).replace("''", "'");
    } else if (written.charAt(0) == '$') {
      int tag = written.indexOf('$', 1) + 1;
      text = written.substring(tag, written.length() - tag);
    }
    advance();
    return text;
  }

  /** Steps over a name, with its schema if it is there; null when it is none that can be told. */
  @Nullable RelationName relation() {
    String schema = null;
    String name = name();
    while (name != null && skipSymbol('.')) {
      schema = name;
      name = name();
    }
    return name == null || name.isEmpty() || "".equals(schema)
        ? null
        : new RelationName(schema, name);
  }

  private static String cut(String name) {
    int bytes = 0;
    for (int at = 0; at < name.length(); ) {
      int next = name.offsetByCodePoints(at, 1);
      bytes += name.substring(at, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_NAME) {
        return name.substring(0, at);
      }
      at = next;
    }
    return name;
  }
}
