package dev.migrations.script;

import dev.migrations.sql.SqlLexer;
import dev.migrations.sql.SqlTextException;
import dev.migrations.sql.SqlToken;

/** Reads an SQL file as far as its {@code -- upgrade}, and notes what is wrong so far. */
final class SqlHeaderReader {

  private static final String EXAMPLE =
      "Begin the file with '-- revision: <id>', '-- down-revision: <parent>' and '-- message:"
          + " <what it does>', each on a line of its own, then a line '-- upgrade'.";

  private final String text;
  private final Faults faults;
  private final HeaderEntries entries;

  private int bodyStart = -1;
  private int bodyLine;

  private SqlHeaderReader(String text, Faults faults) {
    this.text = text;
    this.faults = faults;
    this.entries = new HeaderEntries(faults);
  }

  static SqlHeader read(String text, Faults faults) {
    return new SqlHeaderReader(text, faults).read();
  }

  private SqlHeader read() {
    try {
      SqlLexer lexer = new SqlLexer(text);
      boolean more = true;
      while (more) {
        lexer.next();
        more = take(lexer);
      }
    } catch (SqlTextException ex) {
      faults.add(ex.line(), ex.problem(), ex.action());
    }
    if (entries.isEmpty()) {
      faults.add(1, "there is no revision header", EXAMPLE);
      return new SqlHeader(RevisionHeader.UNKNOWN, Placeholders.NONE, bodyStart, bodyLine);
    }
    return new SqlHeader(entries.header(), entries.placeholders(), bodyStart, bodyLine);
  }

  private boolean take(SqlLexer lexer) {
    if (lexer.token() == SqlToken.END) {
      faults.add(
          lexer.line(),
          "there is no '-- upgrade' line",
          "Write '-- upgrade' on a line of its own between the header and the statements.");
      return false;
    }
    if (lexer.token() == SqlToken.BLOCK_COMMENT) {
      return true;
    }
    if (lexer.token() != SqlToken.LINE_COMMENT) {
      faults.add(
          lexer.line(),
          "a statement stands before '-- upgrade'",
          "Write '-- upgrade' on a line of its own between the header and the statements.");
      return false;
    }
    SectionMarker marker = SectionMarker.at(lexer, text);
    if (marker == null) {
      entries.take(lexer.text().substring(2).strip(), lexer.line());
      return true;
    }
    if (marker.kind() == SectionMarker.Kind.UPGRADE) {
      bodyStart = marker.end();
      bodyLine = marker.line();
      return false;
    }
    faults.add(
        marker.line(),
        "'" + lexer.text().strip() + "' stands before '-- upgrade'",
        "Move it behind the statements of the upgrade.");
    return true;
  }
}
