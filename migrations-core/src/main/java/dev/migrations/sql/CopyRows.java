package dev.migrations.sql;

/** Finds the rows below a {@code COPY … FROM STDIN}: as far as a line that is {@code \.} alone. */
final class CopyRows {

  private static final String END = "\\.";

  private CopyRows() {}

  /**
   * Where the rows and the line that ends them end, exclusive; -1 when no such line comes.
   *
   * @param first where the first line of them begins
   */
  static int end(String text, int first) {
    int at = text.indexOf(END, first);
    while (at >= 0) {
      int end = at + END.length();
      boolean begins = at == first || Characters.isNewLine(text.charAt(at - 1));
      if (begins && (end == text.length() || Characters.isNewLine(text.charAt(end)))) {
        return end;
      }
      at = text.indexOf(END, end);
    }
    return -1;
  }

  /** The rows alone, of the text that {@link #end} ends. */
  static CopyData read(SqlLexer token) {
    String rows = token.text();
    rows = rows.substring(0, rows.length() - END.length());
    // A file of which only a carriage return ends the lines; psql would not find the end of rows.
    boolean oldLines = rows.endsWith("\r");
    return new CopyData(oldLines ? rows.replace('\r', '\n') : rows, token.line());
  }
}
