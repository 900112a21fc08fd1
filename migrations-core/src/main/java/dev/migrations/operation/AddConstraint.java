package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/** The statements that the operations on constraints share. */
final class AddConstraint {

  private AddConstraint() {}

  /** In one statement, which scans the rows while it holds its lock. */
  static void plain(QualifiedName table, Constraint constraint, UnitWriter units) {
    units.sql("ALTER TABLE " + table.sql() + " ADD " + constraint.sql());
  }

  /** A check or a foreign key, which can be added first and validated later. */
  static void checkable(
      QualifiedName table,
      Constraint constraint,
      boolean notValid,
      boolean blocking,
      UnitWriter units) {
    if (!notValid && (blocking || units.isNew(table))) {
      plain(table, constraint, units);
      return;
    }
    // Its name is needed to validate it; a transaction of its own, so that its lock on a second
    // table is not taken while others are held.
    String name = constraint.nameOn(table);
    units.sqlInOwnTransaction(
        "ALTER TABLE %s ADD %s NOT VALID".formatted(table.sql(), constraint.named(name).sql()));
    if (!notValid) {
      new ValidateConstraint(table, name, null).writeTo(units);
    }
  }

  /** By an index that was built concurrently and has the constraint's name. */
  static void usingIndex(
      QualifiedName table, String name, String kind, Deferral deferral, UnitWriter units) {
    units.sqlInOwnTransaction(
        "ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s%s"
            .formatted(
                table.sql(), SqlNames.quote(name), kind, SqlNames.quote(name), deferral.clause()));
  }
}
