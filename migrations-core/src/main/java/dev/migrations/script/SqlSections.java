package dev.migrations.script;

import dev.migrations.script.SectionMarker.Kind;
import dev.migrations.sql.SqlLexer;
import dev.migrations.sql.SqlTextException;
import dev.migrations.sql.SqlToken;
import org.jspecify.annotations.Nullable;

/** What an SQL file has behind its {@code -- upgrade}. */
final class SqlSections {

  /**
   * A part of the file.
   *
   * @param text the part
   * @param line its first line
   */
  record Section(String text, int line) {}

  private final String text;
  private final SqlHeader header;
  private final Faults faults;
  private @Nullable SectionMarker end;

  private SqlSections(String text, SqlHeader header, Faults faults) {
    this.text = text;
    this.header = header;
    this.faults = faults;
  }

  /** Finds the sections, and notes what is wrong with their markers. */
  static SqlSections read(String text, SqlHeader header, Faults faults) {
    SqlSections sections = new SqlSections(text, header, faults);
    try {
      sections.read();
    } catch (SqlTextException ex) {
      faults.add(ex.line(), ex.problem(), ex.action());
    }
    return sections;
  }

  /**
   * Whether a look at the lines cannot rule out that the markers are wrong; most files are known to
   * be right without being lexed.
   */
  static boolean mayBeWrong(String text, SqlHeader header) {
    int markers = 0;
    int at = header.bodyStart();
    while (at >= 0 && at < text.length()) {
      int lineEnd = text.indexOf('\n', at);
      String line = commentAt(text, at, lineEnd < 0 ? text.length() : lineEnd);
      Kind kind = line == null ? null : SectionMarker.kind(line);
      if (kind == Kind.UPGRADE || kind == Kind.IRREVERSIBLE) {
        return true;
      }
      if (kind != null) {
        markers++;
      }
      at = lineEnd < 0 ? -1 : lineEnd + 1;
    }
    return markers > 1;
  }

  Placeholders placeholders() {
    return header.placeholders();
  }

  Section upgrade() {
    SectionMarker behind = end;
    return new Section(
        text.substring(header.bodyStart(), behind == null ? text.length() : behind.start()),
        header.bodyLine());
  }

  /** The downgrade, or null when there is none. */
  @Nullable Section downgrade() {
    SectionMarker marker = end;
    return marker == null || marker.kind() != Kind.DOWNGRADE
        ? null
        : new Section(text.substring(marker.end()), marker.line());
  }

  /** Why there is no downgrade. */
  String reason() {
    SectionMarker marker = end;
    return marker == null || marker.kind() != Kind.IRREVERSIBLE
        ? "the file has no '-- downgrade' section"
        : marker.reason();
  }

  private void read() {
    SqlLexer lexer = new SqlLexer(text, header.bodyStart(), header.bodyLine());
    boolean statementBehindReason = false;
    while (lexer.next() != SqlToken.END) {
      SectionMarker marker = SectionMarker.at(lexer, text);
      if (marker != null) {
        take(marker);
      } else if (isIrreversible() && !isComment(lexer) && !statementBehindReason) {
        statementBehindReason = true;
        faults.add(
            lexer.line(),
            "a statement stands behind '-- irreversible'",
            "Move it in front, into the upgrade, or write '-- downgrade' instead.");
      }
    }
  }

  private void take(SectionMarker marker) {
    SectionMarker earlier = end;
    if (marker.kind() == Kind.UPGRADE) {
      faults.add(
          marker.line(),
          "'-- upgrade' is there already, on line " + header.bodyLine(),
          "Write all statements of the upgrade below one '-- upgrade'.");
    } else if (earlier != null) {
      faults.add(
          marker.line(),
          "a downgrade is there already, on line " + earlier.line(),
          "Keep one '-- downgrade' or one '-- irreversible: <reason>'.");
    } else {
      end = marker;
      if (marker.kind() == Kind.IRREVERSIBLE && marker.reason().isEmpty()) {
        faults.add(
            marker.line(),
            "'-- irreversible' gives no reason",
            "Write '-- irreversible: <why it cannot be taken back>'.");
      }
    }
  }

  private boolean isIrreversible() {
    SectionMarker marker = end;
    return marker != null && marker.kind() == Kind.IRREVERSIBLE;
  }

  private static boolean isComment(SqlLexer lexer) {
    return lexer.token() == SqlToken.LINE_COMMENT || lexer.token() == SqlToken.BLOCK_COMMENT;
  }

  private static @Nullable String commentAt(String text, int from, int to) {
    int at = from;
    while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.startsWith("--", at) ? text.substring(at + 2, to).strip() : null;
  }
}
