package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds a foreign key. On a table in use it is added {@code NOT VALID}, and the rows that are there
 * are checked in a transaction of its own under locks that let reads and writes pass.
 *
 * <p>On a partitioned table PostgreSQL knows {@code NOT VALID} from 18 on. {@link
 * Builder#onPartitions} names the partitions, which every server can do: the foreign key is made on
 * each of them in this way, and PostgreSQL takes them for the one of the whole table, without
 * reading anything. That takes {@code SHARE ROW EXCLUSIVE} on all of them for a moment, and {@code
 * ACCESS EXCLUSIVE} on the table referred to.
 *
 * @param table the table that refers
 * @param foreignKey the foreign key
 * @param notValid whether rows that are there are left unchecked, see {@link ValidateConstraint}
 * @param partitions the partitions on which it is made one by one; none for a table without
 * @param blocking whether the plain form is taken, which stops writes to both tables while it scans
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD table_constraint</a>
 * @since 0.1.0
 */
public record CreateForeignKey(
    QualifiedName table,
    ForeignKey foreignKey,
    boolean notValid,
    List<QualifiedName> partitions,
    boolean blocking)
    implements Operation {

  /**
   * Checks the options.
   *
   * @throws MigrationsException when it is both not valid and on partitions
   */
  public CreateForeignKey {
    partitions = List.copyOf(partitions);
    PartitionedConstraint.refuseBoth(
        "createForeignKey", "notValid", notValid && !partitions.isEmpty());
  }

  /** Starts a foreign key. */
  public static Builder builder(String name, QualifiedName table, String... columns) {
    return new Builder(name, table, columns);
  }

  /** Safe unless {@link #blocking} is called; {@link #references} is needed. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private final ForeignKey.From from;
    private @Nullable QualifiedName referenced;
    private String[] referencedColumns = {};
    private UnaryOperator<ForeignKey> options = UnaryOperator.identity();
    private boolean notValid;
    private List<QualifiedName> partitions = List.of();
    private boolean blocking;

    private Builder(String name, QualifiedName table, String... columns) {
      this.name = name;
      this.table = table;
      this.from = ForeignKey.from(columns);
    }

    /**
     * What is referred to.
     *
     * @param name the table, see {@link QualifiedName#parse}
     * @param columns its columns; none for its primary key
     */
    public Builder references(String name, String... columns) {
      return references(QualifiedName.parse(name), columns);
    }

    /** What is referred to. */
    public Builder references(QualifiedName name, String... columns) {
      this.referenced = name;
      this.referencedColumns = columns.clone();
      return this;
    }

    /** What happens when the row referred to is deleted. */
    public Builder onDelete(ReferentialAction action) {
      return with(foreignKey -> foreignKey.onDelete(action));
    }

    /**
     * What happens when the row referred to is deleted: {@code SET NULL} or {@code SET DEFAULT} of
     * these columns only; PostgreSQL 15 and later.
     */
    public Builder onDelete(ReferentialAction action, String... changed) {
      return with(foreignKey -> foreignKey.onDelete(action, changed));
    }

    /** The last column on both sides is a period; PostgreSQL 18 and later. */
    public Builder period() {
      return with(ForeignKey::withPeriod);
    }

    /** No row is held to it, it is only known; PostgreSQL 18 and later. Nothing is scanned. */
    public Builder notEnforced() {
      return with(ForeignKey::notEnforced);
    }

    /** What happens when the key of the row referred to changes. */
    public Builder onUpdate(ReferentialAction action) {
      return with(foreignKey -> foreignKey.onUpdate(action));
    }

    /** Either all columns are null, or none is. */
    public Builder matchFull() {
      return with(ForeignKey::withMatchFull);
    }

    /** A transaction may defer it. */
    public Builder deferrable() {
      return with(ForeignKey::deferrable);
    }

    /** It is checked at the end of the transaction. */
    public Builder initiallyDeferred() {
      return with(ForeignKey::initiallyDeferred);
    }

    /** Leaves the rows that are there unchecked; {@link ValidateConstraint} checks them later. */
    public Builder notValid() {
      this.notValid = true;
      return this;
    }

    /**
     * The table is partitioned, into these: it is made on each of them. All of them must be named,
     * see {@link QualifiedName#parse}; none may be partitioned itself.
     */
    public Builder onPartitions(String... names) {
      this.partitions = Stream.of(names).map(QualifiedName::parse).toList();
      return this;
    }

    /** Checks the rows in the same statement, which stops all writes to both tables meanwhile. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    private Builder with(UnaryOperator<ForeignKey> option) {
      UnaryOperator<ForeignKey> before = options;
      this.options = foreignKey -> option.apply(before.apply(foreignKey));
      return this;
    }

    @Override
    public CreateForeignKey build() {
      if (referenced == null) {
        throw new MigrationsException(
            "Foreign key '" + name + "' on " + table + " refers to nothing.",
            "Complete it: createForeignKey(…).references(\"table\", \"column\").");
      }
      ForeignKey foreignKey = from.references(referenced, referencedColumns).named(name);
      return new CreateForeignKey(table, options.apply(foreignKey), notValid, partitions, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Requirements.check(foreignKey, units, this);
    boolean plain = blocking || !foreignKey.enforced();
    if (partitions.isEmpty() || plain || units.isNew(table)) {
      AddConstraint.checkable(table, foreignKey, notValid, plain, units);
    } else {
      new PartitionedConstraint(table, partitions).foreignKey(foreignKey, units);
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(DropConstraint.of(table, foreignKey.nameOn(table), foreignKey));
  }

  @Override
  public String summary() {
    return "create foreign key " + foreignKey.nameOn(table) + " on " + table;
  }
}
