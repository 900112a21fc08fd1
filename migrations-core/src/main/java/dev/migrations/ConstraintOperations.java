package dev.migrations;

import dev.migrations.operation.AlterConstraint;
import dev.migrations.operation.CreateCheck;
import dev.migrations.operation.CreateExclude;
import dev.migrations.operation.CreateForeignKey;
import dev.migrations.operation.CreateNotNull;
import dev.migrations.operation.CreatePrimaryKey;
import dev.migrations.operation.CreateUnique;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropConstraint;
import dev.migrations.operation.Exclude;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.ValidateConstraint;

/**
 * Constraints of tables.
 *
 * @since 0.1.0
 */
public sealed interface ConstraintOperations extends OperationRecorder permits Operations {

  /** Adds a foreign key; {@code references} completes it. */
  default CreateForeignKey.Builder createForeignKey(
      String constraint, String table, String... columns) {
    return invoke(CreateForeignKey.builder(constraint, QualifiedName.parse(table), columns));
  }

  /** Adds a check: an expression that is true or null for every row, as SQL. */
  default CreateCheck.Builder createCheck(String constraint, String table, String expression) {
    return invoke(CreateCheck.builder(constraint, QualifiedName.parse(table), expression));
  }

  /** Adds a unique constraint. */
  default CreateUnique.Builder createUnique(String constraint, String table, String... columns) {
    return invoke(CreateUnique.builder(constraint, QualifiedName.parse(table), columns));
  }

  /** Adds an exclusion constraint; {@code blocking()} on a table in use. */
  default CreateExclude.Builder createExclude(String constraint, String table, Exclude exclude) {
    return invoke(CreateExclude.builder(constraint, QualifiedName.parse(table), exclude));
  }

  /** Forbids null in a column, by a constraint of this name; PostgreSQL 18 and later. */
  default CreateNotNull.Builder createNotNull(String constraint, String table, String column) {
    return invoke(CreateNotNull.builder(constraint, QualifiedName.parse(table), column));
  }

  /** Changes when a foreign key is checked. */
  default AlterConstraint.Builder alterConstraint(String table, String constraint) {
    return invoke(AlterConstraint.builder(QualifiedName.parse(table), constraint));
  }

  /** Adds a primary key. */
  default CreatePrimaryKey.Builder createPrimaryKey(
      String constraint, String table, String... columns) {
    return invoke(CreatePrimaryKey.builder(constraint, QualifiedName.parse(table), columns));
  }

  /** Checks the rows that a constraint, added {@code notValid()}, left unchecked. */
  default ValidateConstraint.Builder validateConstraint(String table, String constraint) {
    return invoke(ValidateConstraint.builder(QualifiedName.parse(table), constraint));
  }

  /** Drops a constraint of any kind. */
  default DropConstraint.Builder dropConstraint(String table, String constraint) {
    return invoke(DropConstraint.builder(QualifiedName.parse(table), constraint));
  }

  /** Renames a constraint of a table. */
  default void renameConstraint(String table, String constraint, String newName) {
    invoke(new RenameObject(DatabaseObject.constraint(table, constraint), newName));
  }
}
