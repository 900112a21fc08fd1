package dev.migrations.chaos.history;

import dev.migrations.operation.Operation;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.UnitWriter;
import dev.migrations.sql.SqlLiterals;
import java.util.List;

/**
 * Counts one more and writes a line into a table without a key: to do it twice, or not at all,
 * shows in both.
 */
record Tally(String line) implements Operation {

  static Tally tally(String line) {
    return new Tally(line);
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("UPDATE counter SET n = n + 1");
    units.sql("INSERT INTO log VALUES (" + SqlLiterals.literal(line) + ")");
  }

  @Override
  public Reversal reversal() {
    return new Reversal.By(List.of(new Tally(line + ", taken back")));
  }

  @Override
  public String summary() {
    return "tally " + line;
  }
}
