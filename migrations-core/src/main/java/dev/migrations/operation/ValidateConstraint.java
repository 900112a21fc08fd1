package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rows that were there before a constraint was added {@code NOT VALID}, in a transaction
 * of its own, under locks that let reads and writes pass.
 *
 * @param table the table
 * @param constraint the constraint
 * @param definition the constraint as it was added, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, VALIDATE CONSTRAINT</a>
 * @since 0.1.0
 */
public record ValidateConstraint(
    QualifiedName table, String constraint, @Nullable Constraint definition) implements Operation {

  /** Starts the validation. */
  public static Builder builder(QualifiedName table, String constraint) {
    return new Builder(table, constraint);
  }

  /** Knows the constraint, so that the validation can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String constraint;
    private @Nullable Constraint definition;

    private Builder(QualifiedName table, String constraint) {
      this.table = table;
      this.constraint = constraint;
    }

    /**
     * The constraint, a check or a foreign key, so that it can be added {@code NOT VALID} again.
     */
    public Builder definition(Constraint added) {
      this.definition = added.named(constraint);
      return this;
    }

    @Override
    public ValidateConstraint build() {
      return new ValidateConstraint(table, constraint, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String statement =
        "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(table.sql(), SqlNames.quote(constraint));
    if (units.isNew(table)) {
      units.sql(statement);
    } else {
      units.sqlInOwnTransaction(statement);
      units.undoneByNothing();
    }
  }

  @Override
  public Reversal reversal() {
    DropConstraint drop = DropConstraint.of(table, constraint, definition);
    if (definition instanceof Check check) {
      return Reversal.by(drop, new CreateCheck(table, check, true, false));
    }
    if (definition instanceof ForeignKey foreignKey) {
      return Reversal.by(drop, new CreateForeignKey(table, foreignKey, true, List.of(), false));
    }
    if (definition instanceof NotNull notNull) {
      return Reversal.by(drop, new CreateNotNull(table, notNull, true, false));
    }
    return Reversal.impossible(
        "a constraint stays valid until it is added again; give it with definition(…)");
  }

  @Override
  public String summary() {
    return "validate constraint " + constraint + " of " + table;
  }
}
