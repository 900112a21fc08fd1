package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import org.jspecify.annotations.Nullable;

/**
 * A check.
 *
 * @param name its name, or {@code null} for the one that PostgreSQL gives it
 * @param expression a boolean expression over the columns of the table, as SQL
 * @since 0.1.0
 */
public record Check(@Nullable String name, String expression) implements Constraint {

  public Check {
    if (expression.isBlank()) {
      throw new MigrationsException(
          "A check has no expression.", "Give it a condition, such as \"price >= 0\".");
    }
  }

  @Override
  public Check named(String newName) {
    return new Check(newName, expression);
  }

  @Override
  public String definition() {
    return "CHECK (" + expression + ")";
  }

  @Override
  public String nameOn(QualifiedName table) {
    return name == null ? DefaultNames.of(table.name(), null, "check") : name;
  }

  @Override
  public Operation addTo(QualifiedName table) {
    return new CreateCheck(table, this, false, false);
  }
}
