package dev.migrations.operation;

/**
 * Writes the changes of a table to the write-ahead log, or stops doing so. Takes {@code ACCESS
 * EXCLUSIVE} and writes the whole table anew under it, which stops all reads and writes meanwhile;
 * so on a table in use it is refused unless {@link Builder#blocking} is called. An unlogged table
 * is empty after a crash, and on every replica.
 *
 * @param table the table
 * @param logged whether its changes are written to the log
 * @param blocking whether the lock on a table in use is accepted
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET LOGGED | UNLOGGED</a>
 * @since 0.1.0
 */
public record SetLogged(QualifiedName table, boolean logged, boolean blocking)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, boolean logged) {
    return new Builder(table, logged);
  }

  /** Refused on a table in use unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final boolean logged;
    private boolean blocking;

    private Builder(QualifiedName table, boolean logged) {
      this.table = table;
      this.logged = logged;
    }

    /** Accepts that all reads and writes of the table stop while it is rewritten. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public SetLogged build() {
      return new SetLogged(table, logged, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (blocking || units.isNew(table)) {
      units.sql("ALTER TABLE " + table.sql() + " SET " + (logged ? "LOGGED" : "UNLOGGED"));
    } else {
      Rewriting.refuse(this, table, logged ? "setLogged" : "setUnlogged", units);
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new SetLogged(table, !logged, blocking));
  }

  @Override
  public String summary() {
    return "set " + table + (logged ? " logged" : " unlogged");
  }
}
