package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Creates a materialized view and fills it, unless told not to. Takes {@code ACCESS SHARE} on what
 * its query reads, which stops nobody, for as long as the query runs.
 *
 * @param view the materialized view
 * @param query its query, as SQL
 * @param columns the names of its columns; none for those of the query
 * @param ifNotExists whether it is no error when there is one of that name
 * @param method its access method, or {@code null} for the default
 * @param parameters its storage parameters, such as {@code fillfactor}, in this order
 * @param tablespace its tablespace, or {@code null} for the default
 * @param withData whether it is filled; one that is not cannot be read until it is refreshed
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-creatematerializedview.html">PostgreSQL:
 *     CREATE MATERIALIZED VIEW</a>
 * @since 0.1.0
 */
public record CreateMaterializedView(
    QualifiedName view,
    String query,
    List<String> columns,
    boolean ifNotExists,
    @Nullable String method,
    Map<String, SqlValue> parameters,
    @Nullable String tablespace,
    boolean withData)
    implements Operation {

  /**
   * Checks the view.
   *
   * @throws dev.migrations.error.MigrationsException when the query is not exactly one statement
   */
  public CreateMaterializedView {
    query = SqlBody.of(query, "materialized view " + view);
    columns = List.copyOf(columns);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Starts a materialized view. */
  public static Builder builder(QualifiedName view, String query) {
    return new Builder(view, query);
  }

  /** A materialized view, for {@link DropMaterializedView.Builder#definition}. */
  public static Builder materializedView(String name, String query) {
    return new Builder(QualifiedName.parse(name), query);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName view;
    private final String query;
    private List<String> columns = List.of();
    private boolean ifNotExists;
    private @Nullable String method;
    private final Map<String, SqlValue> parameters = new LinkedHashMap<>();
    private @Nullable String tablespace;
    private boolean withData = true;

    private Builder(QualifiedName view, String query) {
      this.view = view;
      this.query = query;
    }

    /** The names of its columns, in the order of the query. */
    public Builder columns(String... names) {
      this.columns = List.of(names);
      return this;
    }

    /** It is no error when there is one of that name. */
    public Builder ifNotExists() {
      this.ifNotExists = true;
      return this;
    }

    /** Its table access method. */
    public Builder using(String accessMethod) {
      this.method = accessMethod;
      return this;
    }

    /** A storage parameter: {@code with("fillfactor", 70)}. */
    public Builder with(String parameter, Object value) {
      parameters.put(parameter, new SqlValue(SqlLiterals.quote(String.valueOf(value)), true));
      return this;
    }

    /** Its tablespace. */
    public Builder tablespace(String name) {
      this.tablespace = name;
      return this;
    }

    /** Leaves it empty; it cannot be read until it is refreshed. */
    public Builder withNoData() {
      this.withData = false;
      return this;
    }

    @Override
    public CreateMaterializedView build() {
      return new CreateMaterializedView(
          view, query, columns, ifNotExists, method, parameters, tablespace, withData);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "CREATE MATERIALIZED VIEW "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + view.sql()
            + (columns.isEmpty() ? "" : " " + Columns.list(columns))
            + (method == null ? "" : " USING " + SqlNames.quote(method))
            + parameterClause()
            + (tablespace == null ? "" : " TABLESPACE " + SqlNames.quote(tablespace))
            + " AS\n"
            + query
            + (withData ? "" : "\nWITH NO DATA"));
    if (!ifNotExists) {
      units.created(view);
    }
  }

  private String parameterClause() {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(entry -> parameterName(entry.getKey()) + " = " + entry.getValue().sql())
            .collect(Collectors.joining(", ", " WITH (", ")"));
  }

  /** {@code toast.autovacuum_enabled} names a parameter of its TOAST table. */
  private static String parameterName(String name) {
    return Arrays.stream(name.split("\\.", -1))
        .map(SqlNames::quote)
        .collect(Collectors.joining("."));
  }

  @Override
  public Reversal reversal() {
    return ifNotExists
        ? Reversal.impossible("the materialized view may have been there before")
        : Reversal.by(new DropMaterializedView(view, false, false, this));
  }

  @Override
  public String summary() {
    return "create materialized view " + view;
  }
}
