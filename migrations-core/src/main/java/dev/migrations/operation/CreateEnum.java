package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlLiterals;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Creates an enum type. Locks no table.
 *
 * @param type the type
 * @param values its values, in the order in which they sort
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">PostgreSQL: CREATE
 *     TYPE</a>
 * @since 0.1.0
 */
public record CreateEnum(QualifiedName type, List<String> values) implements Operation {

  /**
   * Checks the values.
   *
   * @throws MigrationsException when one is there twice
   */
  public CreateEnum {
    values = List.copyOf(values);
    if (values.stream().distinct().count() < values.size()) {
      throw new MigrationsException(
          "Enum '%s' has a value twice: %s.".formatted(type, String.join(", ", values)),
          "Write each value once.");
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        values.stream()
            .map(SqlLiterals::quote)
            .collect(Collectors.joining(", ", "CREATE TYPE " + type.sql() + " AS ENUM (", ")")));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropEnum(type, false, false, this));
  }

  @Override
  public String summary() {
    return "create enum " + type;
  }
}
