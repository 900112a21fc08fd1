package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes the type of a column without stopping reads and writes while its values are written anew.
 * A new column is added, and a trigger that keeps it in step with every write. The rows that are
 * there are filled in batches, see {@link Backfill}. Not null is proved by a check that is
 * validated, and what {@link Builder#keeping} names is built on the new column, concurrently or
 * validated in a transaction of its own. Then the new column takes the place of the old one, under
 * {@code ACCESS EXCLUSIVE} for a moment, in which nothing is scanned. After a crash the next run
 * goes on behind the last of these units that is done.
 *
 * <p>Not null, default, comment, privileges on the column, identity and owned sequences, with the
 * new integer type, are carried over; storage and compression become those of the type, as by the
 * plain statement. Everything else that hangs on the column (checks, views, generated columns,
 * triggers of the column, policies, statistics objects, what is not named by {@link
 * Builder#keeping}) makes the first step fail, with the names, before anything is done; a view or a
 * check is dropped before and created again afterwards. So do partitioned and inherited tables. An
 * identity's sequence is made anew, without privileges of its own.
 *
 * <p>The new value must depend on nothing but the row: PostgreSQL holds the expression to what it
 * demands of a generated column. The batches are updates, which fire the table's triggers and are
 * replicated. Afterwards the column is the last one, which {@code INSERT} without a list of columns
 * and prepared {@code SELECT *} notice. What exists only meanwhile is named after the column and
 * ends in {@code new_type}; a change that is given up for good leaves a column, a trigger and a
 * function of such names to be dropped by hand.
 *
 * <p>On a table that the same revision created it is {@link AlterColumnType}'s plain statement.
 *
 * @param table the table
 * @param column the column
 * @param type its new type
 * @param using how the new value is computed from the row, as SQL, or {@code null}
 * @param collation its new collation, or {@code null} for the type's
 * @param from its type before, or {@code null} when it is not known
 * @param fromUsing how the old value is computed from the new one, or {@code null}
 * @param indexes the indexes that are kept
 * @param constraints the unique and primary keys and foreign keys that are kept
 * @param filling how the rows that are there are filled
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, notes on rewrites</a>
 * @since 0.1.0
 */
public record ChangeColumnType(
    QualifiedName table,
    String column,
    DataType type,
    @Nullable String using,
    @Nullable QualifiedName collation,
    @Nullable DataType from,
    @Nullable String fromUsing,
    List<CreateIndex> indexes,
    List<TableConstraint> constraints,
    Filling filling)
    implements Operation {

  /**
   * Checks what is kept.
   *
   * @throws MigrationsException when something is kept that cannot be built beside itself
   */
  public ChangeColumnType {
    indexes = List.copyOf(indexes);
    constraints = List.copyOf(constraints);
    for (TableConstraint kept : constraints) {
      boolean key =
          kept.table().equals(table)
              && (kept.constraint() instanceof Unique unique && !unique.withoutOverlaps()
                  || kept.constraint() instanceof PrimaryKey primary && !primary.withoutOverlaps());
      if (!key && !(kept.constraint() instanceof ForeignKey)) {
        throw new MigrationsException(
            "Constraint %s of %s cannot be kept while the type of %s of %s changes."
                .formatted(kept.name(), kept.table(), column, table),
            "Drop it before and create it again afterwards; unique and primary keys of the table,"
                + " foreign keys and indexes are kept.");
      }
    }
    for (CreateIndex kept : indexes) {
      if (!kept.table().equals(table) || kept.only() || !kept.partitions().isEmpty()) {
        throw new MigrationsException(
            "Index %s is not an index of %s alone.".formatted(kept.name(), table),
            "Keep indexes of the table whose column changes its type.");
      }
    }
  }

  static ChangeColumnType of(
      QualifiedName table,
      String column,
      DataType type,
      @Nullable String using,
      DataType from,
      @Nullable String fromUsing) {
    return new ChangeColumnType(
        table, column, type, using, null, from, fromUsing, List.of(), List.of(), Filling.DEFAULT);
  }

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String column, DataType type) {
    return new Builder(table, column, type);
  }

  /** What hangs on the column is named by {@link #keeping}. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final DataType type;
    private @Nullable String using;
    private @Nullable QualifiedName collation;
    private @Nullable DataType from;
    private @Nullable String fromUsing;
    private final List<CreateIndex.Builder> indexes = new ArrayList<>();
    private final List<TableConstraint> constraints = new ArrayList<>();
    private Filling filling = Filling.DEFAULT;

    private Builder(QualifiedName table, String column, DataType type) {
      this.table = table;
      this.column = column;
      this.type = type;
    }

    /** How the new value is computed from the row, as SQL: {@code status::int}. */
    public Builder using(String expression) {
      this.using = expression;
      return this;
    }

    /** Its new collation, see {@link QualifiedName#parse}. */
    public Builder collate(String name) {
      this.collation = QualifiedName.parse(name);
      return this;
    }

    /** Its type before, so that the change can be undone; its collation is then the type's. */
    public Builder from(DataType former) {
      this.from = former;
      return this;
    }

    /** Its type before, and how the old value is computed from the row. */
    public Builder from(DataType former, String usingExpression) {
      this.from = former;
      this.fromUsing = usingExpression;
      return this;
    }

    /** Indexes that are there: they are built anew beside themselves, concurrently. */
    public Builder keeping(CreateIndex.Builder... there) {
      indexes.addAll(List.of(there));
      return this;
    }

    /**
     * Unique and primary keys and foreign keys of the table that are there, under their names: they
     * are built anew beside themselves.
     */
    public Builder keeping(Constraint... there) {
      Stream.of(there).map(kept -> new TableConstraint(table, kept)).forEach(constraints::add);
      return this;
    }

    /** A foreign key of another table that refers to the column. */
    public Builder keeping(String otherTable, ForeignKey there) {
      constraints.add(new TableConstraint(QualifiedName.parse(otherTable), there));
      return this;
    }

    /** How the rows are filled: {@code batches(fill -> fill.key("number").batchSize(500))}. */
    public Builder batches(Consumer<Backfill.Builder> options) {
      this.filling = Filling.of(options);
      return this;
    }

    @Override
    public ChangeColumnType build() {
      return new ChangeColumnType(
          table,
          column,
          type,
          using,
          collation,
          from,
          fromUsing,
          indexes.stream().map(CreateIndex.Builder::build).toList(),
          constraints,
          filling);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    constraints.forEach(kept -> Requirements.check(kept.constraint(), units, this));
    if (units.isNew(table)) {
      new AlterColumnType(table, column, type, using, collation, from, fromUsing, true)
          .writeTo(units);
    } else {
      new TypeChangeUnits(this, units).write();
    }
  }

  @Override
  public Reversal reversal() {
    return from == null
        ? Reversal.impossible("the type before is not known; give it with from(…)")
        : Reversal.by(
            new ChangeColumnType(
                table, column, from, fromUsing, null, type, using, indexes, constraints, filling));
  }

  @Override
  public String summary() {
    return "change type of " + column + " of " + table + " to " + type.sql();
  }
}
