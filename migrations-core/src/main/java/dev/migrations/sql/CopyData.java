package dev.migrations.sql;

/**
 * The rows that stand below a {@code COPY … FROM STDIN} in a script, as psql and pg_dump write
 * them.
 *
 * @param text the rows, each with the end of its line; without the line {@code \.} behind them
 * @param line the line of the script on which the first begins
 * @since 0.1.0
 */
public record CopyData(String text, int line) {

  /** How many lines they take. */
  public int lines() {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /** The rows with the line that ends them, as they stand in a script. */
  public String script() {
    return text + "\\.";
  }
}
