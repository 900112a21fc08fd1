package dev.migrations.script;

import dev.migrations.sql.SqlLexer;
import dev.migrations.sql.SqlToken;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line such as {@code -- upgrade} that begins a section of an SQL file. */
record SectionMarker(Kind kind, int start, int end, int line, String reason) {

  enum Kind {
    UPGRADE,
    DOWNGRADE,
    IRREVERSIBLE
  }

  /** The marker that the current token is, or null. */
  static @Nullable SectionMarker at(SqlLexer lexer, String text) {
    if (lexer.token() != SqlToken.LINE_COMMENT || !beginsLine(text, lexer.start())) {
      return null;
    }
    String comment = lexer.text().substring(2).strip();
    Kind kind = kind(comment);
    if (kind == null) {
      return null;
    }
    String reason = comment.substring(Math.min(comment.length(), kind.name().length() + 1)).strip();
    return new SectionMarker(kind, lexer.start(), lexer.end(), lexer.line(), reason);
  }

  /** What a comment without its dashes begins, or null when it is a mere comment. */
  static @Nullable Kind kind(String comment) {
    String word = comment.toLowerCase(Locale.ROOT);
    return switch (word) {
      case "upgrade", "upgrade:" -> Kind.UPGRADE;
      case "downgrade", "downgrade:" -> Kind.DOWNGRADE;
      default ->
          word.equals("irreversible") || word.startsWith("irreversible:")
              ? Kind.IRREVERSIBLE
              : null;
    };
  }

  private static boolean beginsLine(String text, int start) {
    int at = start - 1;
    while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at--;
    }
    return at < 0 || "\n\r\uFEFF".indexOf(text.charAt(at)) >= 0;
  }
}
