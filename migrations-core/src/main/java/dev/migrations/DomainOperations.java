package dev.migrations;

import dev.migrations.operation.AddDomainConstraint;
import dev.migrations.operation.CreateDomain;
import dev.migrations.operation.DataType;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropDomain;
import dev.migrations.operation.DropDomainConstraint;
import dev.migrations.operation.DropDomainNotNull;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.SetDomainDefault;
import dev.migrations.operation.SetDomainNotNull;
import dev.migrations.operation.SqlValue;
import dev.migrations.operation.ValidateDomainConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Domains: types with a default and constraints of their own.
 *
 * @since 0.1.0
 */
public sealed interface DomainOperations extends OperationRecorder permits Operations {

  /** Creates a domain: a type with a default and constraints of its own. */
  default CreateDomain.Builder createDomain(String domain, DataType type) {
    return invoke(CreateDomain.builder(QualifiedName.parse(domain), type));
  }

  /** Drops a domain. */
  default DropDomain.Builder dropDomain(String domain) {
    return invoke(DropDomain.builder(QualifiedName.parse(domain)));
  }

  /** Adds a check to a domain: an expression over {@code VALUE}, as SQL. */
  default AddDomainConstraint.Builder addDomainConstraint(
      String domain, String constraint, String expression) {
    return invoke(AddDomainConstraint.builder(QualifiedName.parse(domain), constraint, expression));
  }

  /** Drops a constraint of a domain. */
  default DropDomainConstraint.Builder dropDomainConstraint(String domain, String constraint) {
    return invoke(DropDomainConstraint.builder(QualifiedName.parse(domain), constraint));
  }

  /** Checks the values that a domain's constraint, added {@code notValid()}, left unchecked. */
  default ValidateDomainConstraint.Builder validateDomainConstraint(
      String domain, String constraint) {
    return invoke(ValidateDomainConstraint.builder(QualifiedName.parse(domain), constraint));
  }

  /** Sets the default of a domain to a constant, any value that {@link SqlValue#of} knows. */
  default SetDomainDefault.Builder setDomainDefault(String domain, @Nullable Object value) {
    return invoke(SetDomainDefault.builder(QualifiedName.parse(domain), SqlValue.of(value)));
  }

  /** Sets the default of a domain to an expression, as SQL. */
  default SetDomainDefault.Builder setDomainDefaultExpression(String domain, String expression) {
    return invoke(
        SetDomainDefault.builder(QualifiedName.parse(domain), SqlValue.expression(expression)));
  }

  /** Drops the default of a domain. */
  default SetDomainDefault.Builder dropDomainDefault(String domain) {
    return invoke(SetDomainDefault.builder(QualifiedName.parse(domain), null));
  }

  /** Forbids null in a domain; always the plain statement. */
  default void setDomainNotNull(String domain) {
    invoke(new SetDomainNotNull(QualifiedName.parse(domain)));
  }

  /** Allows null in a domain. */
  default void dropDomainNotNull(String domain) {
    invoke(new DropDomainNotNull(QualifiedName.parse(domain)));
  }

  /** Renames a domain. */
  default void renameDomain(String domain, String newName) {
    invoke(new RenameObject(DatabaseObject.domain(domain), newName));
  }

  /** Renames a constraint of a domain. */
  default void renameDomainConstraint(String domain, String constraint, String newName) {
    invoke(new RenameObject(DatabaseObject.domainConstraint(domain, constraint), newName));
  }
}
