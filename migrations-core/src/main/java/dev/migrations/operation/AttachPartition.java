package dev.migrations.operation;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table a partition of another.
 *
 * <p>{@code ATTACH PARTITION} takes {@code SHARE UPDATE EXCLUSIVE} on the partitioned table, which
 * lets reads and writes pass, but {@code ACCESS EXCLUSIVE} on the table and on the default
 * partition, and scans both under it. So a check that is equal to the bounds is added {@code NOT
 * VALID} to the table first, and its opposite to the default partition, if there is one; both are
 * validated in transactions of their own. They prove that no row has to be looked at, and are
 * dropped afterwards.
 *
 * <p>Of a hash over text PostgreSQL does not recognise the check: it scans the table all the same,
 * under the lock on the table. So it does where a key has a collation other than its column's.
 *
 * <p>Indexes and foreign keys of the partitioned table that the table lacks would be made by the
 * same statement, under its locks. So a table with rows that lacks one is refused, before anything
 * is done: create the same on it before, each in its own safe way.
 *
 * @param parent the partitioned table
 * @param partition the table
 * @param bounds which rows it holds
 * @param blocking whether the plain form is taken
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ATTACH PARTITION</a>
 * @since 0.1.0
 */
public record AttachPartition(
    QualifiedName parent, QualifiedName partition, PartitionBounds bounds, boolean blocking)
    implements Operation {

  // Detaching concurrently leaves its bounds as a check, unless there is one already.
  private static final String UNLESS_ATTACHED =
      PgCatalog.sql(
          """

          DECLARE
            partition CONSTANT pg_catalog.regclass := %2$s::regclass;
            half CONSTANT boolean := (
              SELECT inhdetachpending FROM pg_catalog.pg_inherits
              WHERE inhparent = %1$s::regclass AND inhrelid = partition);
            bounds pg_catalog.name;
          BEGIN
            IF half THEN
              EXECUTE %3$s;
            END IF;
            IF half IS NOT FALSE THEN
              EXECUTE %4$s;
              FOR bounds IN SELECT conname FROM pg_catalog.pg_constraint
                WHERE conrelid = partition AND contype = 'c' AND coninhcount = 0
                  AND pg_get_constraintdef(oid)
                    = ('CHECK (' || pg_get_partition_constraintdef(partition) || ')')
              LOOP
                EXECUTE format('ALTER TABLE %%s DROP CONSTRAINT %%I', partition, bounds);
              END LOOP;
            END IF;
          END
          """);

  /** Starts the attaching of a table. */
  public static Builder builder(QualifiedName parent, QualifiedName partition) {
    return new Builder(parent, partition);
  }

  /** Safe unless {@link #blocking} is called; {@link #forValues} is needed. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName parent;
    private final QualifiedName partition;
    private @Nullable PartitionBounds bounds;
    private boolean blocking;

    private Builder(QualifiedName parent, QualifiedName partition) {
      this.parent = parent;
      this.partition = partition;
    }

    /** Which rows it holds. */
    public Builder forValues(PartitionBounds rows) {
      this.bounds = rows;
      return this;
    }

    /** One plain statement, which stops reads and writes of the scanned tables meanwhile. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public AttachPartition build() {
      return new AttachPartition(
          parent, partition, BoundsNeeded.in("attachPartition", partition, bounds), blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    boolean rest = bounds instanceof PartitionBounds.Rest;
    if (blocking || units.isNew(parent) || (rest && units.isNew(partition))) {
      units.sql(statement(parent, partition, bounds));
    } else if (rest) {
      units.refuse(
          this,
          "what a default partition holds depends on all the others, so "
              + partition
              + " would be scanned under a lock that stops its reads and writes.",
          "Create an empty one by createPartition(…), or take the lock by name:"
              + " attachPartition(…).blocking().");
    } else {
      PartitionCheck check = new PartitionCheck(parent, partition, bounds);
      check.addOwnToAttach(units);
      check.addToDefault(units);
      units.sqlInOwnTransaction(
          statement(parent, partition, bounds), check.dropOwn(), check.dropFromDefault());
    }
  }

  static String statement(QualifiedName parent, QualifiedName partition, PartitionBounds bounds) {
    return "ALTER TABLE %s ATTACH PARTITION %s %s"
        .formatted(parent.sql(), partition.sql(), bounds.sql());
  }

  /**
   * Attaches a partition that may be detached, attached, or, after a crash, half detached.
   *
   * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
   *     TABLE, DETACH PARTITION</a>
   */
  static String unlessAttached(
      QualifiedName parent, QualifiedName partition, PartitionBounds bounds) {
    String text =
        UNLESS_ATTACHED.formatted(
            SqlLiterals.literal(parent.sql()),
            SqlLiterals.literal(partition.sql()),
            SqlLiterals.literal(
                "ALTER TABLE %s DETACH PARTITION %s FINALIZE"
                    .formatted(parent.sql(), partition.sql())),
            SqlLiterals.literal(statement(parent, partition, bounds)));
    return "DO " + DollarQuote.quote(text);
  }

  @Override
  public Reversal reversal() {
    // The default partition cannot be detached concurrently.
    boolean plain = blocking || bounds instanceof PartitionBounds.Rest;
    return Reversal.by(new DetachPartition(parent, partition, bounds, plain));
  }

  @Override
  public String summary() {
    return "attach partition " + partition + " to " + parent;
  }
}
