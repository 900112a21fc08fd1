package dev.migrations.sql;

/**
 * Walks over SQL text token by token, by the rules of PostgreSQL's own scanner with {@code
 * standard_conforming_strings} on. White space is skipped; comments are tokens, so that a reader of
 * scripts can find its markers in them. Each character is looked at a bounded number of times.
 *
 * <p>See <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL,
 * section 4.1, Lexical Structure</a>.
 *
 * @since 0.1.0
 */
public final class SqlLexer {

  private final String text;
  private int position;
  private int linesCountedTo;
  private int lineAtPosition;

  private SqlToken token = SqlToken.END;
  private int start;
  private int line;

  private final CopyFollower copy = new CopyFollower();
  private boolean afterEscapeString;
  private boolean newLineSinceString;

  /**
   * @param text the SQL text; a byte order mark at its start is skipped
   * @throws SqlTextException when the text holds what no PostgreSQL text can, such as a NUL
   */
  public SqlLexer(String text) {
    this(text, 0, 1);
  }

  /**
   * @param text the SQL text
   * @param from where in the text to begin, outside any literal or comment
   * @param firstLine the number of the line that {@code from} stands on
   * @throws SqlTextException when the text holds such a character behind {@code from}
   */
  public SqlLexer(String text, int from, int firstLine) {
    this.text = text;
    this.position = from == 0 && text.startsWith("\uFEFF") ? 1 : from;
    this.linesCountedTo = from;
    this.lineAtPosition = firstLine;
    int unstorable = Unstorable.indexIn(text, from);
    if (unstorable >= 0) {
      countLines(unstorable);
      throw new SqlTextException(
          lineAtPosition,
          "there is %s, which PostgreSQL has no place for"
              .formatted(Unstorable.nameOf(text.charAt(unstorable))),
          "Remove the character; a file in UTF-16 must be saved as UTF-8.");
    }
  }

  /**
   * Moves to the next token.
   *
   * @return what it is
   * @throws SqlTextException when a quote, a comment or the rows of a {@code COPY} have no end
   */
  public SqlToken next() {
    if (copy.rowsFollow()) {
      return behindCopy();
    }
    skipSpace();
    start = position;
    line = lineAtPosition;
    boolean continuesEscapeString = afterEscapeString && newLineSinceString;
    token = scan(continuesEscapeString);
    if (token != SqlToken.LINE_COMMENT && token != SqlToken.BLOCK_COMMENT) {
      copy.accept(this);
    }
    if (token != SqlToken.LINE_COMMENT) {
      newLineSinceString = false;
      afterEscapeString =
          token == SqlToken.LITERAL
              && (is('e', start) || (continuesEscapeString && text.charAt(start) == '\''));
    }
    countLines(position);
    return token;
  }

  /** The rows begin on the line below; the server never sees what stands up to there. */
  private SqlToken behindCopy() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
    if (text.startsWith("--", position)) {
      start = position;
      token = lineComment();
    } else if (position < text.length() && !Characters.isNewLine(text.charAt(position))) {
      throw new SqlTextException(
          lineAtPosition,
          "more stands behind the semicolon of COPY … FROM STDIN",
          "Begin its rows on the line below, and what comes next below the line \\. that ends them.");
    } else {
      token = copyData();
    }
    countLines(position);
    return token;
  }

  private SqlToken copyData() {
    position += text.startsWith("\r\n", position) ? 2 : 1;
    int end = position > text.length() ? -1 : CopyRows.end(text, position);
    if (end < 0) {
      throw new SqlTextException(
          copy.line(),
          "the rows of the COPY … FROM STDIN that begins here have no end",
          "Write them below it, and behind the last one a line that is \\. alone.");
    }
    countLines(position);
    start = position;
    line = lineAtPosition;
    position = end;
    copy.rowsRead();
    return SqlToken.COPY_DATA;
  }

  private static boolean isBlank(char c) {
    return Characters.isSpace(c) && !Characters.isNewLine(c);
  }

  /** Which way the rows of a {@code COPY} go, as far as it was read. */
  CopyFollower.Direction copyDirection() {
    return copy.direction();
  }

  /** What the current token is. */
  public SqlToken token() {
    return token;
  }

  /** Where the current token begins in the text. */
  public int start() {
    return start;
  }

  /** Where the current token ends in the text, exclusive. */
  public int end() {
    return position;
  }

  /** The line on which the current token begins. */
  public int line() {
    return line;
  }

  /** The line on which the current token ends. */
  public int lastLine() {
    return lineAtPosition;
  }

  /** The current token as written. */
  public String text() {
    return text.substring(start, position);
  }

  /** Whether the current token is this key word, whatever its case. */
  public boolean isWord(String word) {
    return token == SqlToken.WORD
        && position - start == word.length()
        && text.regionMatches(true, start, word, 0, word.length());
  }

  /** Whether the current token is this symbol. */
  public boolean isSymbol(char symbol) {
    return token == SqlToken.SYMBOL && text.charAt(start) == symbol;
  }

  /** Whether a backslash escapes in the current token: {@code E'…'}, or what continues it. */
  boolean isEscapeString() {
    return token == SqlToken.LITERAL && afterEscapeString;
  }

  private SqlToken scan(boolean continuesEscapeString) {
    if (position >= text.length()) {
      return SqlToken.END;
    }
    char c = text.charAt(position);
    if (c == '\'') {
      return string(position, continuesEscapeString);
    }
    if (c == '"') {
      return quotedName(position);
    }
    if (is('&', position + 1) && is('u', position)) {
      if (is('\'', position + 2)) {
        return string(position + 2, false);
      }
      if (is('"', position + 2)) {
        return quotedName(position + 2);
      }
    }
    if (is('\'', position + 1) && "eEbBxXnN".indexOf(c) >= 0) {
      return string(position + 1, is('e', position));
    }
    if (Characters.startsName(c)) {
      return word();
    }
    if (c == '$') {
      return dollar();
    }
    if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(at(position + 1)))) {
      position = Numbers.end(text, position);
      return SqlToken.NUMBER;
    }
    if (text.startsWith("--", position)) {
      return lineComment();
    }
    if (text.startsWith("/*", position)) {
      return blockComment();
    }
    if (Characters.isOperator(c)) {
      position = Operators.end(text, position);
      return SqlToken.OPERATOR;
    }
    position++;
    return SqlToken.SYMBOL;
  }

  private SqlToken word() {
    position++;
    while (Characters.continuesName(at(position))) {
      position++;
    }
    return SqlToken.WORD;
  }

  private SqlToken string(int quote, boolean backslashEscapes) {
    position = closed(Quotes.stringEnd(text, quote, backslashEscapes), "a string", "'");
    return SqlToken.LITERAL;
  }

  private SqlToken quotedName(int quote) {
    position = closed(Quotes.nameEnd(text, quote), "a quoted name", "\"");
    return SqlToken.QUOTED_NAME;
  }

  private SqlToken dollar() {
    String delimiter = Quotes.dollarDelimiter(text, position);
    if (!delimiter.isEmpty()) {
      position = closed(Quotes.dollarEnd(text, position, delimiter), "a dollar quote", delimiter);
      return SqlToken.LITERAL;
    }
    position++;
    while (Characters.isDigit(at(position))) {
      position++;
    }
    return SqlToken.SYMBOL;
  }

  private SqlToken lineComment() {
    position += 2;
    while (position < text.length() && !Characters.isNewLine(text.charAt(position))) {
      position++;
    }
    return SqlToken.LINE_COMMENT;
  }

  private SqlToken blockComment() {
    position = closed(Quotes.commentEnd(text, position), "a comment", "*/");
    return SqlToken.BLOCK_COMMENT;
  }

  private void skipSpace() {
    while (position < text.length() && Characters.isSpace(text.charAt(position))) {
      newLineSinceString |= Characters.isNewLine(text.charAt(position));
      position++;
    }
    countLines(position);
  }

  private void countLines(int to) {
    int at = linesCountedTo;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '\n' || (c == '\r' && at(at + 1) != '\n')) {
        lineAtPosition++;
      }
      at++;
    }
    linesCountedTo = Math.max(linesCountedTo, to);
  }

  private int closed(int end, String what, String close) {
    if (end < 0) {
      throw new SqlTextException(
          line,
          what + " that begins here is never closed",
          "Close it with " + close + " where it ends.");
    }
    return end;
  }

  private boolean is(char lowerCase, int index) {
    char c = at(index);
    return c == lowerCase || (c >= 'A' && c <= 'Z' && c + 32 == lowerCase);
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
