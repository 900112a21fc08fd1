package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates an index. On a table in use it is built concurrently, outside a transaction: reads and
 * writes go on. A build that was killed leaves an invalid index, which the next run drops and
 * builds again.
 *
 * <p>On a partitioned table in use, PostgreSQL builds no index concurrently. {@link
 * Builder#onPartitions} names the partitions then: the index is created {@code ON ONLY} the
 * partitioned table, which scans nothing, built concurrently on each partition, and those are
 * attached. It is dropped under {@code ACCESS EXCLUSIVE} on all of them, for a moment.
 *
 * @param name its name; its schema is the table's
 * @param table the table
 * @param keys one or more columns or expressions
 * @param unique whether no two rows have the same keys
 * @param method its access method, such as {@code gin}, or {@code null} for {@code btree}
 * @param include columns that it carries besides
 * @param nullsNotDistinct whether two nulls count as equal; PostgreSQL 15 and later
 * @param where the rows that it covers, as SQL, or {@code null} for all
 * @param parameters its storage parameters
 * @param tablespace where it is stored, or {@code null} for the database's default
 * @param only whether the partitions of the table are left without it
 * @param partitions the partitions on which it is built one by one; none for a table without
 * @param blocking whether the plain form is taken, which stops writes while it builds
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">PostgreSQL: CREATE
 *     INDEX</a>
 * @since 0.1.0
 */
public record CreateIndex(
    String name,
    QualifiedName table,
    List<IndexKey> keys,
    boolean unique,
    @Nullable String method,
    List<String> include,
    boolean nullsNotDistinct,
    @Nullable String where,
    StorageParameters parameters,
    @Nullable String tablespace,
    boolean only,
    List<QualifiedName> partitions,
    boolean blocking)
    implements Operation {

  /**
   * Checks the index.
   *
   * @throws MigrationsException when it has no key
   */
  public CreateIndex {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    partitions = List.copyOf(partitions);
    if (keys.isEmpty()) {
      throw new MigrationsException(
          "Index '" + name + "' on " + table + " has no key.",
          "Name at least one column or expression.");
    }
  }

  /** Starts an index. */
  public static Builder builder(String name, QualifiedName table, List<IndexKey> keys) {
    return new Builder(name, table, keys);
  }

  /** An index on columns, for {@link DropIndex.Builder#definition}. */
  public static Builder index(String name, String table, String... columns) {
    return new Builder(name, QualifiedName.parse(table), IndexKey.keys(columns));
  }

  /** An index on columns and expressions, for {@link DropIndex.Builder#definition}. */
  public static Builder index(String name, String table, IndexKey... keys) {
    return new Builder(name, QualifiedName.parse(table), List.of(keys));
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private final List<IndexKey> keys;
    private boolean unique;
    private @Nullable String method;
    private List<String> include = List.of();
    private boolean nullsNotDistinct;
    private @Nullable String where;
    private StorageParameters parameters = StorageParameters.NONE;
    private @Nullable String tablespace;
    private boolean only;
    private List<QualifiedName> partitions = List.of();
    private boolean blocking;

    private Builder(String name, QualifiedName table, List<IndexKey> keys) {
      this.name = name;
      this.table = table;
      this.keys = keys;
    }

    /** No two rows have the same keys. */
    public Builder unique() {
      this.unique = true;
      return this;
    }

    /** Its access method: {@code gin}, {@code gist}, {@code brin}, {@code hash}, … */
    public Builder using(String accessMethod) {
      this.method = accessMethod;
      return this;
    }

    /** It carries these columns as well, so that a query need not visit the table. */
    public Builder include(String... columns) {
      this.include = List.of(columns);
      return this;
    }

    /** Two nulls count as equal; PostgreSQL 15 and later. */
    public Builder nullsNotDistinct() {
      this.nullsNotDistinct = true;
      return this;
    }

    /** It covers only the rows for which this is true, as SQL. */
    public Builder where(String condition) {
      this.where = condition;
      return this;
    }

    /**
     * A storage parameter, see {@link StorageParameters#with}.
     *
     * @param parameter such as {@code fillfactor}
     * @param value a number, a boolean or text
     */
    public Builder with(String parameter, Object value) {
      this.parameters = parameters.with(parameter, value);
      return this;
    }

    /** Where it is stored. */
    public Builder tablespace(String tablespaceName) {
      this.tablespace = tablespaceName;
      return this;
    }

    /**
     * On the partitioned table alone. It is invalid until an index of every partition is attached,
     * see {@link AttachIndexPartition}; nothing is scanned.
     */
    public Builder only() {
      this.only = true;
      return this;
    }

    /**
     * Builds it on each of these partitions, by an index {@code <partition>_<index>_idx}, and
     * attaches those. All partitions are named; of one that has partitions itself the index is made
     * by hand, with {@link #only} and {@link AttachIndexPartition}.
     *
     * @param names partitions, see {@link QualifiedName#parse}
     */
    public Builder onPartitions(String... names) {
      this.partitions = Stream.of(names).map(QualifiedName::parse).toList();
      return this;
    }

    /** Builds it inside the transaction, which stops all writes to the table meanwhile. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public CreateIndex build() {
      return new CreateIndex(
          name,
          table,
          keys,
          unique,
          method,
          include,
          nullsNotDistinct,
          where,
          parameters,
          tablespace,
          only,
          partitions,
          blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (nullsNotDistinct) {
      units.require(15, this, "NULLS NOT DISTINCT");
    }
    if (!partitions.isEmpty()) {
      PartitionedIndex.write(this, definition(), units);
    } else if (only) {
      units.sql(IndexBuilding.onOnly(name, table, unique, definition()));
    } else {
      IndexBuilding.write(name, table, unique, definition(), blocking, units);
    }
  }

  private String definition() {
    return (method == null ? "" : "USING " + SqlNames.quote(method) + " ")
        + keys.stream().map(IndexKey::definition).collect(Collectors.joining(", ", "(", ")"))
        + Columns.includeClause(include)
        + (nullsNotDistinct ? " NULLS NOT DISTINCT" : "")
        + parameters.clause()
        + (tablespace == null ? "" : " TABLESPACE " + SqlNames.quote(tablespace))
        + (where == null ? "" : " WHERE " + where);
  }

  @Override
  public Reversal reversal() {
    // The index of a partitioned table cannot be dropped concurrently.
    boolean plain = blocking || only || !partitions.isEmpty();
    return Reversal.by(new DropIndex(table.sibling(name), table, false, this, plain));
  }

  @Override
  public String summary() {
    return "create " + (unique ? "unique " : "") + "index " + name + " on " + table;
  }
}
