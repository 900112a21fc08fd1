package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Creates a composite type. Locks no table.
 *
 * @param type the type
 * @param attributes its attributes, in order
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">PostgreSQL: CREATE
 *     TYPE</a>
 * @since 0.1.0
 */
public record CreateType(QualifiedName type, List<Attribute> attributes) implements Operation {

  /**
   * Checks the attributes.
   *
   * @throws MigrationsException when one is there twice
   */
  public CreateType {
    attributes = List.copyOf(attributes);
    List<String> names = attributes.stream().map(Attribute::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new MigrationsException(
          "Type '%s' has an attribute twice: %s.".formatted(type, String.join(", ", names)),
          "Give each attribute a name of its own.");
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        attributes.stream()
            .map(Attribute::definition)
            .collect(Collectors.joining(", ", "CREATE TYPE " + type.sql() + " AS (", ")")));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropType(type, false, false, this));
  }

  @Override
  public String summary() {
    return "create type " + type;
  }
}
