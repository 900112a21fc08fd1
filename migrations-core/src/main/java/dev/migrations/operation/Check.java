package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import org.jspecify.annotations.Nullable;

/**
 * A check.
 *
 * @param name its name, or {@code null} for the one that PostgreSQL gives it
 * @param expression a boolean expression over the columns of the table, as SQL
 * @param noInherit whether tables that inherit are left without it
 * @param enforced whether rows are held to it; PostgreSQL 18 and later can leave that out
 * @since 0.1.0
 */
public record Check(@Nullable String name, String expression, boolean noInherit, boolean enforced)
    implements Constraint {

  public Check {
    if (expression.isBlank()) {
      throw new MigrationsException(
          "A check has no expression.", "Give it a condition, such as \"price >= 0\".");
    }
  }

  @Override
  public Check named(String newName) {
    return new Check(newName, expression, noInherit, enforced);
  }

  /** Tables that inherit are left without it. */
  public Check withNoInherit() {
    return new Check(name, expression, true, enforced);
  }

  /** No row is held to it, it is only known; PostgreSQL 18 and later. */
  public Check notEnforced() {
    return new Check(name, expression, noInherit, false);
  }

  @Override
  public String definition() {
    return "CHECK ("
        + expression
        + ")"
        + (noInherit ? " NO INHERIT" : "")
        + (enforced ? "" : " NOT ENFORCED");
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
