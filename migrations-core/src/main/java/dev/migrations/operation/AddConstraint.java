package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.List;

/** The statements that the operations on constraints share. */
final class AddConstraint {

  private static final String NOT_VALID = " NOT VALID";

  private AddConstraint() {}

  /** In one statement, which scans the rows while it holds its lock. */
  static void plain(QualifiedName table, Constraint constraint, UnitWriter units) {
    units.sql(statement(table, constraint));
  }

  private static String statement(QualifiedName table, Constraint constraint) {
    return "ALTER TABLE " + table.sql() + " ADD " + constraint.sql();
  }

  /** A check or a foreign key, which can be added first and validated later. */
  static void checkable(
      QualifiedName table,
      Constraint constraint,
      boolean notValid,
      boolean blocking,
      UnitWriter units) {
    // Its name is needed to validate it.
    Constraint named = constraint.named(constraint.nameOn(table));
    if (blocking || units.isNew(table)) {
      units.sql(statement(table, notValid ? named : constraint) + (notValid ? NOT_VALID : ""));
      return;
    }
    // In a transaction of its own, so that a lock on a second table is not taken while others are
    // held.
    units.sqlInOwnTransaction(statement(table, named) + NOT_VALID);
    units.undoneBy(dropIfExists(table, constraint.nameOn(table)));
    if (!notValid) {
      new ValidateConstraint(table, constraint.nameOn(table), null).writeTo(units);
    }
  }

  /** By an index that is there, which takes the constraint's name. */
  static void usingIndex(
      QualifiedName table,
      String name,
      String index,
      String kind,
      Deferral deferral,
      boolean plain,
      UnitWriter units) {
    String statement =
        "ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s%s"
            .formatted(
                table.sql(), SqlNames.quote(name), kind, SqlNames.quote(index), deferral.clause());
    if (plain) {
      units.sql(statement);
    } else {
      units.sqlInOwnTransaction(statement);
    }
    units.undoneBy(dropIfExists(table, name));
  }

  private static String dropIfExists(QualifiedName table, String name) {
    return "ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s"
        .formatted(table.sql(), SqlNames.quote(name));
  }

  /** The index that a constraint made its own. */
  static CreateIndex formerIndex(
      String index,
      QualifiedName table,
      List<String> columns,
      List<String> include,
      boolean nullsNotDistinct,
      boolean blocking) {
    CreateIndex.Builder former =
        CreateIndex.builder(index, table, columns.stream().map(IndexKey::key).toList())
            .unique()
            .include(include.toArray(String[]::new));
    if (nullsNotDistinct) {
      former.nullsNotDistinct();
    }
    if (blocking) {
      former.blocking();
    }
    return former.build();
  }
}
