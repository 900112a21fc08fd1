package dev.migrations.sql;

/** Refuses the commands of psql, which the server does not know. */
final class PsqlCommand {

  private PsqlCommand() {}

  static SqlTextException refuse(String script, SqlLexer backslash) {
    int end = backslash.end();
    while (end < script.length() && isPartOfName(script.charAt(end))) {
      end++;
    }
    String command = script.substring(backslash.start(), end);
    return new SqlTextException(
        backslash.line(), command + " is a command of psql, not SQL", instead(command));
  }

  private static boolean isPartOfName(char c) {
    return !Characters.isSpace(c) && c != ';' && c != '\'' && c != '"' && c != '\\';
  }

  private static String instead(String command) {
    return switch (command) {
      case "\\copy" ->
          "Write COPY … FROM STDIN; with the rows below it and a line that is \\. alone behind them,"
              + " or use op.copyFrom in Java.";
      case "\\." -> "It ends the rows of a COPY … FROM STDIN; there is none in front of it.";
      case "\\i", "\\include", "\\ir", "\\include_relative" ->
          "Write the statements of that file here, or into a revision of their own.";
      case "\\c", "\\connect" ->
          "Remove it: a revision runs in the database and as the user of the application.";
      case "\\g", "\\gx", "\\gdesc", "\\crosstabview", "\\watch" ->
          "End the statement with a semicolon.";
      case "\\gexec" ->
          "Write a DO block that executes the rows: FOR s IN SELECT … LOOP EXECUTE s; END LOOP.";
      case "\\set", "\\unset", "\\gset", "\\getenv", "\\prompt" ->
          "Write the values themselves; there are no variables in a revision.";
      case "\\if", "\\elif", "\\else", "\\endif" -> "Write a DO block with IF … THEN … END IF.";
      case "\\restrict", "\\unrestrict" ->
          "Remove the line; pg_dump writes it to protect psql from what stands in a dump.";
      default -> "Remove it, or write what it does in SQL.";
    };
  }
}
