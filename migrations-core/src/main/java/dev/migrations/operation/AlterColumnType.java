package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Changes the type of a column.
 *
 * <p>This is the plain statement, on a table in use as well: it takes {@code ACCESS EXCLUSIVE}, and
 * many changes rewrite the table under that lock ({@code integer} to {@code bigint}, {@code text}
 * to {@code varchar(n)}, anything with {@code USING} that computes). Others only touch the catalog
 * ({@code varchar(20)} to {@code varchar(50)} or {@code text}). Which one it is depends on the type
 * that is there, which a recorded operation cannot see.
 *
 * @param table the table
 * @param column the column
 * @param type its new type
 * @param using how the new value is computed from the old one, as SQL, or {@code null}
 * @param collation its new collation, or {@code null} for the type's
 * @param from its type before, or {@code null} when it is not known
 * @param fromUsing how the old value is computed from the new one, or {@code null}
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
    @Nullable String fromUsing)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String column, DataType type) {
    return new Builder(table, column, type);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final DataType type;
    private @Nullable String using;
    private @Nullable QualifiedName collation;
    private @Nullable DataType from;
    private @Nullable String fromUsing;

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

    /** Its type before, so that the change can be undone; its collation is then the type's. */
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

    @Override
    public AlterColumnType build() {
      return new AlterColumnType(table, column, type, using, collation, from, fromUsing);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE "
            + table.sql()
            + " ALTER COLUMN "
            + SqlNames.quote(column)
            + " TYPE "
            + type.sql()
            + (collation == null ? "" : " COLLATE " + collation.sql())
            + (using == null ? "" : " USING " + using));
  }

  @Override
  public Reversal reversal() {
    return from == null
        ? Reversal.impossible("the type before is not known; give it with from(…)")
        : Reversal.by(new AlterColumnType(table, column, from, fromUsing, null, type, using));
  }

  @Override
  public String summary() {
    return "alter type of " + column + " of " + table + " to " + type.sql();
  }
}
