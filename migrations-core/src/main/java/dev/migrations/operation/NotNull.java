package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * A not-null constraint with a name of its own; PostgreSQL 18 and later.
 *
 * @param name its name, or {@code null} for {@code <table>_<column>_not_null}
 * @param column the column
 * @param noInherit whether tables that inherit are left without it
 * @since 0.1.0
 */
public record NotNull(@Nullable String name, String column, boolean noInherit)
    implements Constraint {

  @Override
  public NotNull named(String newName) {
    return new NotNull(newName, column, noInherit);
  }

  /** Tables that inherit are left without it. */
  public NotNull withNoInherit() {
    return new NotNull(name, column, true);
  }

  @Override
  public String definition() {
    return "NOT NULL " + SqlNames.quote(column) + (noInherit ? " NO INHERIT" : "");
  }

  @Override
  public String nameOn(QualifiedName table) {
    return name == null ? DefaultNames.of(table.name(), column, "not_null") : name;
  }

  @Override
  public Operation addTo(QualifiedName table) {
    return new CreateNotNull(table, this, false, false);
  }
}
