package dev.migrations.operation;

/**
 * Sets what logical replication knows a row of the table by. Takes {@code ACCESS EXCLUSIVE} for a
 * moment; nothing is scanned or rewritten.
 *
 * @param table the table
 * @param identity what its rows are known by
 * @param replaces what they were known by before
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, REPLICA IDENTITY</a>
 * @since 0.1.0
 */
public record SetReplicaIdentity(
    QualifiedName table, ReplicaIdentity identity, Former<ReplicaIdentity> replaces)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, ReplicaIdentity identity) {
    return new Builder(table, identity);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final ReplicaIdentity identity;
    private Former<ReplicaIdentity> replaces = Former.unknown();

    private Builder(QualifiedName table, ReplicaIdentity identity) {
      this.table = table;
      this.identity = identity;
    }

    /** What they were known by before; {@link ReplicaIdentity#DEFAULT} unless somebody said so. */
    public Builder from(ReplicaIdentity former) {
      this.replaces = Former.of(former);
      return this;
    }

    @Override
    public SetReplicaIdentity build() {
      return new SetReplicaIdentity(table, identity, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER TABLE " + table.sql() + " REPLICA IDENTITY " + identity.sql());
  }

  @Override
  public Reversal reversal() {
    ReplicaIdentity former = replaces.value();
    return former == null
        ? Reversal.impossible("the replica identity before is not known; give it with from(…)")
        : Reversal.by(new SetReplicaIdentity(table, former, Former.of(identity)));
  }

  @Override
  public String summary() {
    return "set replica identity of " + table;
  }
}
