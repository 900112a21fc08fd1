package dev.migrations.engine;

import java.util.List;

/** A script as it is written: statements and comments. */
final class ScriptText {

  private final StringBuilder text = new StringBuilder();

  /** Nothing in the text can end the comment. */
  void comment(String line) {
    text.append("-- ").append(line.replaceAll("\\R", " ").strip()).append('\n');
  }

  void emptyLine() {
    text.append('\n');
  }

  /** A comment at the end of a statement must not swallow the semicolon. */
  void statement(String sql) {
    String statement = sql.strip();
    boolean mayEndInComment = statement.lastIndexOf("--") > statement.lastIndexOf('\n');
    text.append(statement).append(mayEndInComment ? "\n;\n" : ";\n");
  }

  void statements(List<String> all) {
    all.forEach(this::statement);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
