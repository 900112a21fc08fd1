package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates a table. Whatever the same revision does to it afterwards takes the plain form, since
 * nobody uses it yet; with {@code IF NOT EXISTS} it counts as a table in use.
 *
 * @param table the table
 * @param columns its columns
 * @param constraints its constraints, those of single columns aside
 * @param comment its comment, or {@code null}
 * @param ifNotExists whether a table of that name is left as it is
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE</a>
 * @since 0.1.0
 */
public record CreateTable(
    QualifiedName table,
    List<Column> columns,
    List<Constraint> constraints,
    @Nullable String comment,
    boolean ifNotExists)
    implements Operation {

  /**
   * Checks the table.
   *
   * @throws MigrationsException when a column is there twice, or more than one primary key
   */
  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    List<String> names = columns.stream().map(Column::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new MigrationsException(
          "Table '%s' has a column twice: %s.".formatted(table, String.join(", ", names)),
          "Give each column a name of its own.");
    }
    if (allOf(columns, constraints).filter(PrimaryKey.class::isInstance).count() > 1) {
      throw new MigrationsException(
          "Table '" + table + "' has more than one primary key.",
          "Use primaryKey(\"a\", \"b\") for a key of several columns.");
    }
  }

  /** Starts the creation of a table. */
  public static Builder builder(QualifiedName table, TableElement... elements) {
    return new Builder(table, elements);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final List<TableElement> elements;
    private @Nullable String comment;
    private boolean ifNotExists;

    private Builder(QualifiedName table, TableElement... elements) {
      this.table = table;
      this.elements = List.of(elements);
    }

    /** What the table is for, kept in the database. */
    public Builder comment(String text) {
      this.comment = text;
      return this;
    }

    /** A table of that name is left as it is; it is then treated as a table in use. */
    public Builder ifNotExists() {
      this.ifNotExists = true;
      return this;
    }

    @Override
    public CreateTable build() {
      return new CreateTable(
          table, only(Column.class), only(Constraint.class), comment, ifNotExists);
    }

    private <T> List<T> only(Class<T> kind) {
      return elements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    columns.forEach(column -> Requirements.check(column, units, this));
    constraints.forEach(constraint -> Requirements.check(constraint, units, this));
    units.sql(
        Stream.concat(
                columns.stream().map(Column::definition),
                allOf(columns, constraints).map(Constraint::sql))
            .map(line -> "  " + line)
            .collect(
                Collectors.joining(
                    ",\n",
                    "CREATE TABLE " + (ifNotExists ? "IF NOT EXISTS " : "") + table.sql() + " (\n",
                    "\n)")));
    if (!ifNotExists) {
      units.created(table);
    }
    if (comment != null) {
      units.sql(SetComment.onTable(table, comment).statement());
    }
    for (Column column : columns) {
      if (column.comment() != null) {
        units.sql(SetComment.onColumn(table, column.name(), column.comment()).statement());
      }
    }
  }

  @Override
  public Reversal reversal() {
    return ifNotExists
        ? Reversal.impossible("the table may have been there before")
        : Reversal.by(new DropTable(table, false, false, this));
  }

  @Override
  public String summary() {
    return "create table " + table;
  }

  private static Stream<Constraint> allOf(List<Column> columns, List<Constraint> constraints) {
    return Stream.concat(
        columns.stream().flatMap(column -> column.constraints().stream()), constraints.stream());
  }
}
