package dev.migrations.sql;

/** Writes a statement as one line of tokens that are a single space apart. */
final class SqlNormalizer {

  private static final int SUMMARY_LENGTH = 60;

  private SqlNormalizer() {}

  static String normalize(String statement) {
    SqlLexer lexer = new SqlLexer(statement);
    StringBuilder line = new StringBuilder(statement.length());
    while (lexer.next() != SqlToken.END) {
      if (isComment(lexer)) {
        continue;
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(normalized(lexer));
    }
    return line.toString();
  }

  static String summarize(String statement) {
    SqlLexer lexer = new SqlLexer(statement);
    StringBuilder line = new StringBuilder();
    int lastEnd = -1;
    while (lexer.next() != SqlToken.END) {
      if (isComment(lexer)) {
        continue;
      }
      if (lastEnd >= 0 && lastEnd < lexer.start()) {
        line.append(' ');
      }
      lastEnd = lexer.end();
      if (line.length() + lexer.end() - lexer.start() > SUMMARY_LENGTH) {
        return line.append('…').toString();
      }
      line.append(lexer.text());
    }
    return line.toString();
  }

  private static boolean isComment(SqlLexer lexer) {
    return lexer.token() == SqlToken.LINE_COMMENT || lexer.token() == SqlToken.BLOCK_COMMENT;
  }

  private static String normalized(SqlLexer lexer) {
    String text = lexer.text();
    return switch (lexer.token()) {
      case WORD, NUMBER -> Characters.lowerCase(text);
      case LITERAL, QUOTED_NAME -> withPlainPrefix(text).replace("\r\n", "\n");
      default -> text;
    };
  }

  private static String withPlainPrefix(String quoted) {
    int quote = 0;
    while ("'\"$".indexOf(quoted.charAt(quote)) < 0) {
      quote++;
    }
    return Characters.lowerCase(quoted.substring(0, quote)) + quoted.substring(quote);
  }
}
