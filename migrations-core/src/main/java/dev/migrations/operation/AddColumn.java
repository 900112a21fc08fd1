package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds a column.
 *
 * <p>On a table in use, constants and stable expressions such as {@code now()} are fine as a
 * default: PostgreSQL keeps them in the catalog. Constraints of the column are added afterwards,
 * each in its own safe way.
 *
 * <p>An identity, a serial and a default that is not known to be stable would rewrite the table.
 * Such a column is added empty, gets its default for new rows, and is filled in batches along the
 * primary key or the one that {@link Builder#batches} names, see {@link Backfill}; then null is
 * forbidden where it shall be, and an identity takes the place of the sequence that filled the
 * rows. Until then the column may be null.
 *
 * <p>Refused are a stored generated column, which PostgreSQL can only compute for all rows at once,
 * and {@code NOT NULL} without a default, which works on an empty table only and so fails in
 * production first.
 *
 * <p>A column whose type is a domain with a constraint makes PostgreSQL rewrite the table as well,
 * which a recorded operation cannot see; use the base type and {@link CreateCheck} there.
 *
 * @param table the table
 * @param column the column
 * @param blocking whether one plain statement is taken whatever it locks
 * @param filling how the rows that are there are filled, where PostgreSQL would rewrite the table
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD COLUMN</a>
 * @since 0.1.0
 */
public record AddColumn(QualifiedName table, Column column, boolean blocking, Filling filling)
    implements Operation {

  /** Starts the addition. */
  public static Builder builder(QualifiedName table, Column column) {
    return new Builder(table, column);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final Column column;
    private boolean blocking;
    private Filling filling = Filling.DEFAULT;

    private Builder(QualifiedName table, Column column) {
      this.table = table;
      this.column = column;
    }

    /**
     * Adds the column with all that belongs to it in one statement, which stops all reads and
     * writes of the table while PostgreSQL rewrites it, builds an index or checks the rows.
     */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    /**
     * How the rows are filled where PostgreSQL would rewrite the table: {@code batches(fill ->
     * fill.key("number").batchSize(500))}.
     */
    public Builder batches(Consumer<Backfill.Builder> options) {
      this.filling = Filling.of(options);
      return this;
    }

    @Override
    public AddColumn build() {
      return new AddColumn(table, column, blocking, filling);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Requirements.check(column, units, this);
    if (blocking || units.isNew(table)) {
      write(column, column.constraints().stream().map(Constraint::sql), units);
    } else {
      writeSafely(units);
    }
  }

  private void writeSafely(UnitWriter units) {
    RewritingColumn.refuse(this, units);
    if (FilledColumn.isOne(column)) {
      FilledColumn.write(this, units);
    } else if (column.required() && column.value() instanceof ColumnValue.Generated) {
      // A value that is computed is checked row by row, which SET NOT NULL can do safely.
      write(column.nullable(), Stream.of(), units);
      new SetNotNull(table, column.name(), false).writeTo(units);
    } else {
      write(column, Stream.of(), units);
    }
    List<String> checks = new ArrayList<>();
    column
        .constraints()
        .forEach(constraint -> named(constraint, checks).addTo(table).writeTo(units));
  }

  private void write(Column first, Stream<String> inline, UnitWriter units) {
    units.sql(
        Stream.concat(Stream.of("COLUMN " + first.definition()), inline)
            .map(element -> "ADD " + element)
            .collect(Collectors.joining(", ", "ALTER TABLE " + table.sql() + " ", "")));
    units.undoneBy(dropIfExists(table, column.name()));
    writeProperties(table, column, units);
  }

  /** What of a column is not part of its definition, but for its constraints. */
  static String dropIfExists(QualifiedName table, String name) {
    return "ALTER TABLE %s DROP COLUMN IF EXISTS %s".formatted(table.sql(), SqlNames.quote(name));
  }

  static void writeProperties(QualifiedName table, Column column, UnitWriter units) {
    if (column.comment() != null) {
      units.sql(SetComment.onColumn(table, column.name(), column.comment()).statement());
    }
    column.storage().afterwards(table, column.name()).forEach(next -> next.writeTo(units));
  }

  // PostgreSQL names a check after its column when the check is on that column alone.
  private Constraint named(Constraint constraint, List<String> checks) {
    if (!(constraint instanceof Check) || constraint.name() != null) {
      return constraint;
    }
    String name = DefaultNames.of(table.name(), column.name(), "check", checks);
    checks.add(name);
    return constraint.named(name);
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropColumn(table, column.name(), false, false, column));
  }

  @Override
  public String summary() {
    return "add column " + column.name() + " to " + table;
  }
}
