package dev.migrations.engine;

import dev.migrations.operation.Command;
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

  void statement(String sql) {
    statement(new Command.Sql(sql));
  }

  /** A statement, with its rows below it as psql expects them. */
  void statement(Command.Sql command) {
    text.append(command.script()).append('\n');
  }

  void statements(List<String> all) {
    all.forEach(this::statement);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
