package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Changes when a foreign key is checked; PostgreSQL alters no other constraint. Takes {@code ACCESS
 * EXCLUSIVE} for a moment; nothing is scanned.
 *
 * @param table the table
 * @param constraint the constraint
 * @param deferral when it is checked from now on
 * @param replaces when it was checked before
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ALTER CONSTRAINT</a>
 * @since 0.1.0
 */
public record AlterConstraint(
    QualifiedName table, String constraint, Deferral deferral, Former<Deferral> replaces)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String constraint) {
    return new Builder(table, constraint);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String constraint;
    private @Nullable Deferral deferral;
    private Former<Deferral> replaces = Former.unknown();

    private Builder(QualifiedName table, String constraint) {
      this.table = table;
      this.constraint = constraint;
    }

    /** A transaction may defer it. */
    public Builder deferrable() {
      this.deferral = Deferral.DEFERRABLE;
      return this;
    }

    /** It is checked at the end of the transaction. */
    public Builder initiallyDeferred() {
      this.deferral = Deferral.INITIALLY_DEFERRED;
      return this;
    }

    /** It is checked at the end of each statement, always. */
    public Builder notDeferrable() {
      this.deferral = Deferral.NOT_DEFERRABLE;
      return this;
    }

    /** When it was checked before. */
    public Builder from(Deferral former) {
      this.replaces = Former.of(former);
      return this;
    }

    @Override
    public AlterConstraint build() {
      if (deferral == null) {
        throw new MigrationsException(
            "Constraint '" + constraint + "' of " + table + " is altered to nothing.",
            "Complete it: alterConstraint(…).initiallyDeferred().");
      }
      return new AlterConstraint(table, constraint, deferral, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String clause =
        switch (deferral) {
          case NOT_DEFERRABLE -> " NOT DEFERRABLE";
          case DEFERRABLE -> " DEFERRABLE INITIALLY IMMEDIATE";
          case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    units.sql(
        "ALTER TABLE " + table.sql() + " ALTER CONSTRAINT " + SqlNames.quote(constraint) + clause);
  }

  @Override
  public Reversal reversal() {
    Deferral former = replaces.value();
    return former == null
        ? Reversal.impossible("when it was checked before is not known; give it with from(…)")
        : Reversal.by(new AlterConstraint(table, constraint, former, Former.of(deferral)));
  }

  @Override
  public String summary() {
    return "alter constraint " + constraint + " of " + table;
  }
}
