package dev.migrations.script;

import dev.migrations.operation.LosesData;
import dev.migrations.script.SqlSections.Section;
import dev.migrations.sql.SqlLexer;
import dev.migrations.sql.SqlTextException;
import dev.migrations.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** The lines {@code -- loses-data: …} of a section of an SQL file. */
final class DeclaredLosses {

  private static final String KEY = "loses-data";

  private DeclaredLosses() {}

  /**
   * @throws SqlTextException when one of them gives no reason
   */
  static List<LosesData> in(Section section) {
    if (!section.text().contains(KEY)) {
      return List.of();
    }
    List<LosesData> losses = new ArrayList<>();
    SqlLexer lexer = new SqlLexer(section.text(), 0, section.line());
    while (lexer.next() != SqlToken.END) {
      if (lexer.token() == SqlToken.LINE_COMMENT) {
        String comment = lexer.text().substring(2).strip();
        if (comment.startsWith(KEY)) {
          losses.add(loss(comment.substring(KEY.length()), lexer.line()));
        }
      }
    }
    return losses;
  }

  private static LosesData loss(String rest, int line) {
    String reason = rest.startsWith(":") ? rest.substring(1).strip() : "";
    if (reason.isEmpty()) {
      throw new SqlTextException(
          line, "'-- loses-data' does not say which", "Write '-- loses-data: <which data>'.");
    }
    return new LosesData(reason);
  }
}
