package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.List;

/**
 * Makes a column that is there, and is {@code NOT NULL}, an identity. Takes {@code ACCESS
 * EXCLUSIVE} for a moment; nothing is scanned or rewritten. Its sequence starts where {@link
 * SequenceOption#startWith} says, not behind the values that are there.
 *
 * @param table the table
 * @param column the column
 * @param identity whether always or by default, and the options of its sequence
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD GENERATED … AS IDENTITY</a>
 * @since 0.1.0
 */
public record AddIdentity(QualifiedName table, String column, ColumnValue.Identity identity)
    implements Operation {

  /** Starts an identity that is generated always. */
  public static Builder builder(QualifiedName table, String column, SequenceOption... options) {
    return new Builder(table, column, options);
  }

  /** Always, unless {@link #byDefault} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final List<SequenceOption> options;
    private boolean always = true;

    private Builder(QualifiedName table, String column, SequenceOption... options) {
      this.table = table;
      this.column = column;
      this.options = List.of(options);
    }

    /** A value of one's own is taken. */
    public Builder byDefault() {
      this.always = false;
      return this;
    }

    @Override
    public AddIdentity build() {
      return new AddIdentity(table, column, new ColumnValue.Identity(always, options));
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE %s ALTER COLUMN %s ADD %s"
            .formatted(table.sql(), SqlNames.quote(column), identity.sql()));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropIdentity(table, column, false, identity));
  }

  @Override
  public String summary() {
    return "make " + column + " of " + table + " an identity";
  }
}
