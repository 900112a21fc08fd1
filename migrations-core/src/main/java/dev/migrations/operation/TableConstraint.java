package dev.migrations.operation;

/**
 * A constraint and the table that it is on.
 *
 * @param table the table
 * @param constraint the constraint, with its name or the one that PostgreSQL would give it
 * @since 0.1.0
 */
public record TableConstraint(QualifiedName table, Constraint constraint) {

  /** Its name. */
  public String name() {
    return constraint.nameOn(table);
  }
}
