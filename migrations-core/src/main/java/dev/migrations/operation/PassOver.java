package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;

/** Executes a statement that may have nothing to do. */
final class PassOver {

  private static final String NOT_THERE =
      "undefined_table OR undefined_column OR undefined_object OR undefined_function"
          + " OR invalid_schema_name";

  private static final String THERE =
      " OR duplicate_table OR duplicate_column OR duplicate_object OR duplicate_function"
          + " OR duplicate_schema";

  private static final String BLOCK =
      """

      BEGIN
        EXECUTE %s;
      EXCEPTION WHEN %s THEN
        RAISE WARNING 'passed over, there is nothing to undo: %%', SQLERRM;
      END
      """;

  private PassOver() {}

  /**
   * A statement that is passed over when what it is about does not exist, or, where that is wanted,
   * when what it creates does. Code and the rows of a {@code COPY} stay as they are.
   */
  static Command whatFindsNothing(Command command, boolean orIsThere) {
    if (!(command instanceof Command.Sql sql) || sql.copyData() != null) {
      return command;
    }
    String block =
        BLOCK.formatted(SqlLiterals.literal(sql.sql()), NOT_THERE + (orIsThere ? THERE : ""));
    return new Command.Sql("DO " + DollarQuote.quote(block), sql.line());
  }
}
