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
 * @param likes the tables whose columns it takes over, behind its own
 * @param constraints its constraints, those of single columns aside
 * @param comment its comment, or {@code null}
 * @param ifNotExists whether a table of that name is left as it is
 * @param options what it has besides
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE</a>
 * @since 0.1.0
 */
public record CreateTable(
    QualifiedName table,
    List<Column> columns,
    List<Like> likes,
    List<Constraint> constraints,
    @Nullable String comment,
    boolean ifNotExists,
    TableOptions options)
    implements Operation {

  /**
   * Checks the table.
   *
   * @throws MigrationsException when a column is there twice, or more than one primary key
   */
  public CreateTable {
    columns = List.copyOf(columns);
    likes = List.copyOf(likes);
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

  /** A table, for {@link DropTable.Builder#definition(Builder)}. */
  public static Builder table(String table, TableElement... elements) {
    return new Builder(QualifiedName.parse(table), elements);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final List<TableElement> elements;
    private @Nullable String comment;
    private boolean ifNotExists;
    private TableOptions options = TableOptions.NONE;

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

    /** It is divided into partitions, which {@link CreatePartition} creates. */
    public Builder partitionBy(PartitionBy division) {
      this.options = options.partitionBy(division);
      return this;
    }

    /**
     * Its changes are not written to the write-ahead log: faster, but the table is empty after a
     * crash, and on every replica.
     */
    public Builder unlogged() {
      this.options = options.withUnlogged();
      return this;
    }

    /**
     * It has the columns and checks of these tables too, and its rows are seen in them.
     *
     * @param parents tables, see {@link QualifiedName#parse}
     */
    public Builder inherits(String... parents) {
      this.options = options.inherits(Stream.of(parents).map(QualifiedName::parse).toList());
      return this;
    }

    /**
     * A storage parameter, see {@link StorageParameters#with}.
     *
     * @param name such as {@code fillfactor} or {@code toast.autovacuum_enabled}
     * @param value a number, a boolean or text
     */
    public Builder with(String name, Object value) {
      this.options = options.parameters(options.parameters().with(name, value));
      return this;
    }

    /** Where it is stored. */
    public Builder tablespace(String name) {
      this.options = options.tablespace(name);
      return this;
    }

    /** How it is stored: {@code heap}, or what an extension brings. */
    public Builder using(String accessMethod) {
      this.options = options.accessMethod(accessMethod);
      return this;
    }

    @Override
    public CreateTable build() {
      return new CreateTable(
          table,
          only(Column.class),
          only(Like.class),
          only(Constraint.class),
          comment,
          ifNotExists,
          options);
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
        Stream.of(
                columns.stream().map(Column::definition),
                likes.stream().map(Like::sql),
                allOf(columns, constraints).map(Constraint::sql))
            .flatMap(lines -> lines)
            .map(line -> "  " + line)
            .collect(
                Collectors.joining(
                    ",\n",
                    "CREATE %sTABLE %s%s (\n"
                        .formatted(
                            options.unlogged() ? "UNLOGGED " : "",
                            ifNotExists ? "IF NOT EXISTS " : "",
                            table.sql()),
                    "\n)" + options.clauses())));
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
      column.storage().afterwards(table, column.name()).forEach(next -> next.writeTo(units));
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
