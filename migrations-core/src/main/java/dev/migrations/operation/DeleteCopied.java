package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/**
 * Deletes the rows of a file from a table by their key, which takes back a {@link CopyFrom}. Takes
 * {@code ROW EXCLUSIVE} on the table, which stops neither reads nor writes of other rows.
 *
 * @param copied the copy
 * @since 0.1.0
 */
public record DeleteCopied(CopyFrom copied) implements Operation {

  private static final String KEYS = "pg_temp.migrations_copied";

  @Override
  public void writeTo(UnitWriter units) {
    copied.write(units, this, this::delete);
  }

  private void delete(Connection connection) throws SQLException {
    String table = copied.table().sql();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE migrations_copied " + likeTheFile(table));
      copied.copyInto(KEYS, connection);
      statement.execute(
          "DELETE FROM %s AS kept USING %s AS copied WHERE %s"
              .formatted(
                  table,
                  KEYS,
                  copied.key().stream()
                      .map(SqlNames::quote)
                      .map(column -> "kept." + column + " = copied." + column)
                      .collect(Collectors.joining(" AND "))));
      statement.execute("DROP TABLE " + KEYS);
    }
  }

  /**
   * COPY without columns leaves out those that are generated, so they must be generated here too.
   */
  private String likeTheFile(String table) {
    return copied.columns().isEmpty()
        ? "(LIKE " + table + " INCLUDING GENERATED) ON COMMIT DROP"
        : "ON COMMIT DROP AS SELECT %s FROM %s WITH NO DATA"
            .formatted(Columns.names(copied.columns()), table);
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(copied);
  }

  @Override
  public String summary() {
    return "delete what " + copied.location() + " holds from " + copied.table();
  }
}
