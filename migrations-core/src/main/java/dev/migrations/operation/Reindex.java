package dev.migrations.operation;

/**
 * Builds an index, or all indexes of a table, anew. Concurrently, outside a transaction, which
 * takes {@code SHARE UPDATE EXCLUSIVE}: reads and writes go on. Nothing of the schema changes, so
 * there is nothing to take back.
 *
 * <p>A concurrent build that was killed leaves an invalid index with a name that ends in {@code
 * _ccnew} or {@code _ccold}. The next run drops it and builds again.
 *
 * @param target what is named
 * @param name the index or the table
 * @param blocking whether the plain form is taken, which stops writes, and reads by the index
 * @see <a href="https://www.postgresql.org/docs/current/sql-reindex.html">PostgreSQL: REINDEX</a>
 * @since 0.1.0
 */
public record Reindex(Target target, QualifiedName name, boolean blocking) implements Operation {

  /** What is named. */
  public enum Target {
    INDEX,
    TABLE
  }

  /** Starts the building. */
  public static Builder builder(Target target, QualifiedName name) {
    return new Builder(target, name);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final Target target;
    private final QualifiedName name;
    private boolean blocking;

    private Builder(Target target, QualifiedName name) {
      this.target = target;
      this.name = name;
    }

    /** Inside the transaction, which stops all writes to the table, and reads by the index. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public Reindex build() {
      return new Reindex(target, name, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (blocking || (target == Target.TABLE && units.isNew(name))) {
      units.sql("REINDEX " + target + " " + name.sql());
    } else {
      units.outsideTransaction(
          new Command.Sql("REINDEX " + target + " CONCURRENTLY " + name.sql()),
          new Recovery.IndexRebuild(name));
      units.undoneByNothing();
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by();
  }

  @Override
  public String summary() {
    return "reindex " + (target == Target.INDEX ? "index " : "table ") + name;
  }
}
