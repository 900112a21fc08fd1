package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Changes the type of a column.
 *
 * <p>Some changes only touch the catalog: a longer {@code varchar(n)}, {@code varchar} to {@code
 * text} and back without a length, a {@code numeric} of more digits and the same scale, a longer
 * {@code varbit}, more digits of the second in a {@code timestamp}, {@code time} or {@code
 * interval}, {@code cidr} to {@code inet}. On a table in use these are the plain statement, which
 * takes {@code ACCESS EXCLUSIVE} for a moment, when {@link Builder#from} says what the type was;
 * the statement before makes sure of it, and that no check and no index with a condition or an
 * expression would have PostgreSQL read all rows. The statistics of the column, which are lost, are
 * collected anew afterwards.
 *
 * <p>All others rewrite the table under that lock ({@code integer} to {@code bigint}, {@code text}
 * to {@code varchar(n)}) or build its indexes anew (another collation). They are refused: {@link
 * ChangeColumnType} is the road that does not block.
 *
 * @param table the table
 * @param column the column
 * @param type its new type
 * @param using how the new value is computed from the old one, as SQL, or {@code null}
 * @param collation its new collation, or {@code null} for the type's
 * @param from its type before, or {@code null} when it is not known
 * @param fromUsing how the old value is computed from the new one, or {@code null}
 * @param blocking whether the plain statement is taken whatever it locks
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, notes on rewrites</a>
 * @since 0.1.0
 */
public record AlterColumnType(
    QualifiedName table,
    String column,
    DataType type,
    @Nullable String using,
    @Nullable QualifiedName collation,
    @Nullable DataType from,
    @Nullable String fromUsing,
    boolean blocking)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String column, DataType type) {
    return new Builder(table, column, type);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final DataType type;
    private @Nullable String using;
    private @Nullable QualifiedName collation;
    private @Nullable DataType from;
    private @Nullable String fromUsing;
    private boolean blocking;

    private Builder(QualifiedName table, String column, DataType type) {
      this.table = table;
      this.column = column;
      this.type = type;
    }

    /** How the new value is computed from the old one, as SQL: {@code status::int}. */
    public Builder using(String expression) {
      this.using = expression;
      return this;
    }

    /** Its new collation, see {@link QualifiedName#parse}. */
    public Builder collate(String name) {
      this.collation = QualifiedName.parse(name);
      return this;
    }

    /**
     * Its type before, so that the change can be undone and is known to be safe; its collation is
     * then the type's.
     */
    public Builder from(DataType former) {
      this.from = former;
      return this;
    }

    /** Its type before, and how the old value is computed from the new one. */
    public Builder from(DataType former, String usingExpression) {
      this.from = former;
      this.fromUsing = usingExpression;
      return this;
    }

    /** The plain statement, which may stop all reads and writes until the table is rewritten. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public AlterColumnType build() {
      return new AlterColumnType(table, column, type, using, collation, from, fromUsing, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (blocking || units.isNew(table)) {
      units.sql(statement());
      return;
    }
    CatalogOnlyChange change = catalogOnly();
    if (change == null) {
      refuse(units);
    } else {
      units.sql(change.guard(table, column));
      units.sql(statement());
      if (reversal() instanceof Reversal.By by) {
        units.undoneBy(by.operations().toArray(Operation[]::new));
      }
      units.sqlInOwnTransaction("ANALYZE %s (%s)".formatted(table.sql(), SqlNames.quote(column)));
    }
  }

  private String statement() {
    return "ALTER TABLE "
        + table.sql()
        + " ALTER COLUMN "
        + SqlNames.quote(column)
        + " TYPE "
        + type.sql()
        + (collation == null ? "" : " COLLATE " + collation.sql())
        + (using == null ? "" : " USING " + using);
  }

  private @Nullable CatalogOnlyChange catalogOnly() {
    return from == null || using != null || collation != null
        ? null
        : CatalogOnlyChange.between(from, type);
  }

  private void refuse(UnitWriter units) {
    String recipe =
        "changeColumnType(\"%s\", \"%s\", …) does it without; or take the lock by name:"
                .formatted(table, column)
            + " alterColumnType(…).blocking().";
    if (from == null) {
      units.refuse(
          this,
          "whether it rewrites table " + table + " depends on the type before, which is not known.",
          "Give that type with from(…). Where PostgreSQL would rewrite the table, " + recipe);
    } else {
      units.refuse(
          this,
          "it is not known to leave the rows and indexes of "
              + table
              + " as they are, and to write them anew stops all reads and writes meanwhile.",
          "Use the recipe: " + recipe);
    }
  }

  @Override
  public Reversal reversal() {
    if (from == null) {
      return Reversal.impossible("the type before is not known; give it with from(…)");
    }
    boolean plain = blocking || (using == null && CatalogOnlyChange.between(type, from) != null);
    return Reversal.by(
        plain
            ? new AlterColumnType(table, column, from, fromUsing, null, type, using, blocking)
            : ChangeColumnType.of(table, column, from, fromUsing, type, using));
  }

  @Override
  public String summary() {
    return "alter type of " + column + " of " + table + " to " + type.sql();
  }
}
