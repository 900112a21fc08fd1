package dev.migrations.sql;

/** Refuses the commands of psql, which the server does not know. */
final class PsqlCommand {

  private PsqlCommand() {}

  static SqlTextException refuse(String script, SqlLexer backslash) {
    int end = backslash.end();
    while (end < script.length() && !Character.isWhitespace(script.charAt(end))) {
      end++;
    }
    String command = script.substring(backslash.start(), end);
    return new SqlTextException(
        backslash.line(),
        command + " is a command of psql, not SQL",
        command.equals("\\copy")
            ? "Write the rows as INSERT, or load them from Java with op.run."
            : "Remove it, or write what it does in SQL.");
  }
}
