package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates a view. Takes {@code ACCESS SHARE} on what its query reads, which stops nobody.
 *
 * @param view the view
 * @param query its query, as SQL
 * @param columns the names of its columns; none for those of the query
 * @param recursive whether the query may read the view itself
 * @param securityBarrier whether its condition is evaluated before any that a reader adds
 * @param securityInvoker whether the tables below are read with the rights of whoever reads the
 *     view instead of its owner's; PostgreSQL 15 and later
 * @param checkOption which rows may be written through it, or {@code null} for all
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">PostgreSQL: CREATE
 *     VIEW</a>
 * @since 0.1.0
 */
public record CreateView(
    QualifiedName view,
    String query,
    List<String> columns,
    boolean recursive,
    boolean securityBarrier,
    boolean securityInvoker,
    @Nullable CheckOption checkOption)
    implements Operation {

  /**
   * Checks the view.
   *
   * @throws MigrationsException when the query is not exactly one statement, or a recursive view
   *     does not name its columns
   */
  public CreateView {
    query = SqlBody.of(query, "view " + view);
    columns = List.copyOf(columns);
    if (recursive && columns.isEmpty()) {
      throw new MigrationsException(
          "The recursive view " + view + " names no column.",
          "Name its columns with columns(…), which PostgreSQL demands of a recursive view.");
    }
  }

  /** Starts a view. */
  public static Builder builder(QualifiedName view, String query) {
    return new Builder(view, query);
  }

  /** A view, for {@link DropView.Builder#definition} and {@link ReplaceView.Builder#from}. */
  public static Builder view(String name, String query) {
    return new Builder(QualifiedName.parse(name), query);
  }

  CreateView withQuery(String other) {
    return new CreateView(
        view, other, columns, recursive, securityBarrier, securityInvoker, checkOption);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName view;
    private final String query;
    private List<String> columns = List.of();
    private boolean recursive;
    private boolean securityBarrier;
    private boolean securityInvoker;
    private @Nullable CheckOption checkOption;

    private Builder(QualifiedName view, String query) {
      this.view = view;
      this.query = query;
    }

    /** The names of its columns, in the order of the query. */
    public Builder columns(String... names) {
      this.columns = List.of(names);
      return this;
    }

    /**
     * Its query may read the view itself, by its name without a schema; the columns must be named.
     */
    public Builder recursive() {
      this.recursive = true;
      return this;
    }

    /** Its condition is evaluated before any that a reader adds, so that none can leak rows. */
    public Builder securityBarrier() {
      this.securityBarrier = true;
      return this;
    }

    /** Tables below are read with the rights of the reader; PostgreSQL 15 and later. */
    public Builder securityInvoker() {
      this.securityInvoker = true;
      return this;
    }

    /** Refuses to write rows through the view that it would not show. */
    public Builder withCheckOption(CheckOption option) {
      this.checkOption = option;
      return this;
    }

    @Override
    public CreateView build() {
      return new CreateView(
          view, query, columns, recursive, securityBarrier, securityInvoker, checkOption);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    write("CREATE ", units, this);
  }

  void write(String create, UnitWriter units, Operation operation) {
    if (securityInvoker) {
      units.require(15, operation, "security_invoker");
    }
    units.sql(
        create
            + (recursive ? "RECURSIVE " : "")
            + "VIEW "
            + view.sql()
            + (columns.isEmpty() ? "" : " " + Columns.list(columns))
            + options()
            + " AS\n"
            + query
            + (checkOption == null ? "" : "\nWITH " + checkOption + " CHECK OPTION"));
  }

  private String options() {
    List<String> options = new ArrayList<>();
    if (securityBarrier) {
      options.add("security_barrier");
    }
    if (securityInvoker) {
      options.add("security_invoker");
    }
    return options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")";
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropView(view, false, false, this));
  }

  @Override
  public String summary() {
    return "create view " + view;
  }
}
