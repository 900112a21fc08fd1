package dev.migrations.sql;

import java.util.Set;

/** Looks at the first token of each statement in the output of pg_dump. */
final class DumpGuard {

  private static final Set<String> COMMANDS_OF_PSQL =
      Set.of("\\restrict", "\\unrestrict", "\\connect");

  private final String dump;

  DumpGuard(String dump) {
    this.dump = dump;
  }

  /**
   * Steps over what is meant for psql.
   *
   * @return the lexer behind it, or the same one where a statement begins
   * @throws SqlTextException when the dump holds data, or drops what it creates
   */
  SqlLexer behindCommand(SqlLexer lexer) {
    if (lexer.isSymbol('\\')) {
      int end = lexer.end();
      while (end < dump.length() && !Character.isWhitespace(dump.charAt(end))) {
        end++;
      }
      if (!COMMANDS_OF_PSQL.contains(dump.substring(lexer.start(), end))) {
        throw PsqlCommand.refuse(dump, lexer);
      }
      int lineEnd = dump.indexOf('\n', end);
      return new SqlLexer(dump, lineEnd < 0 ? dump.length() : lineEnd, lexer.line());
    }
    if (lexer.isWord("copy") || lexer.isWord("insert")) {
      throw data(lexer.line(), "there are rows of a table");
    }
    if (lexer.isWord("drop")) {
      throw new SqlTextException(
          lexer.line(), "the dump drops what is there", "Make it without --clean.");
    }
    return lexer;
  }

  static SqlTextException data(int line, String what) {
    return new SqlTextException(
        line, what + "; a base revision has the schema alone", "Make it with --schema-only.");
  }
}
