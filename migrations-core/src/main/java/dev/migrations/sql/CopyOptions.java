package dev.migrations.sql;

import java.util.Set;

/** Refuses the forms of {@code COPY … FROM STDIN} whose rows cannot stand in a text file. */
final class CopyOptions {

  private static final Set<String> ENCODINGS = Set.of("utf8", "unicode");

  private CopyOptions() {}

  /**
   * Looks at the options of the statement.
   *
   * @throws SqlTextException when its rows are binary, or said to be in another encoding than UTF-8
   */
  static void check(SqlStatement statement) {
    SqlCursor at = new SqlCursor(statement.text());
    while (!at.atEnd()) {
      String word = at.lowerCase();
      at.advance();
      if (word.equals("binary") || (word.equals("format") && plain(at).equals("binary"))) {
        throw new SqlTextException(
            statement.line(),
            "the rows of COPY … FROM STDIN are binary, which no text file can hold",
            "Write them as text or csv.");
      }
      if (word.equals("encoding") && !at.atEnd() && !ENCODINGS.contains(plain(at))) {
        throw new SqlTextException(
            statement.line(),
            "the rows of COPY … FROM STDIN are said to be in " + at.lowerCase(),
            "Leave the encoding out: they are in UTF-8, like the file that they stand in.");
      }
    }
  }

  private static String plain(SqlCursor at) {
    return at.lowerCase().replaceAll("^n?'|[\"'\\-_ ]", "");
  }
}
