package dev.migrations.operation;

/**
 * Adds an exclusion constraint. PostgreSQL builds its index under {@code ACCESS EXCLUSIVE}, which
 * stops all reads and writes meanwhile, and has no other form; so on a table in use it is refused
 * unless {@link Builder#blocking} is called.
 *
 * @param table the table
 * @param exclude the constraint
 * @param blocking whether the lock on a table in use is accepted
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD table_constraint</a>
 * @since 0.1.0
 */
public record CreateExclude(QualifiedName table, Exclude exclude, boolean blocking)
    implements Operation {

  /** Starts an exclusion constraint. */
  public static Builder builder(String name, QualifiedName table, Exclude exclude) {
    return new Builder(table, exclude.named(name));
  }

  /** Refused on a table in use unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final Exclude exclude;
    private boolean blocking;

    private Builder(QualifiedName table, Exclude exclude) {
      this.table = table;
      this.exclude = exclude;
    }

    /** Accepts that all reads and writes of the table stop while the index is built. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public CreateExclude build() {
      return new CreateExclude(table, exclude, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (blocking || units.isNew(table)) {
      AddConstraint.plain(table, exclude.named(exclude.nameOn(table)), units);
    } else {
      units.refuse(
          this,
          "PostgreSQL builds the index of an exclusion constraint under a lock that stops all reads"
              + " and writes of "
              + table
              + ", and has no other form.",
          "Do it while nobody needs the table, and take the lock by name:"
              + " createExclude(…).blocking(). Or fill a new table that has the constraint.");
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(DropConstraint.of(table, exclude.nameOn(table), exclude));
  }

  @Override
  public String summary() {
    return "create exclusion constraint " + exclude.nameOn(table) + " on " + table;
  }
}
