package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which all of its comparisons are true.
 *
 * <pre>{@code
 * exclude().with("room", "=").with("during", "&&").using("gist")
 * }</pre>
 *
 * @param name its name, or {@code null} for the one that PostgreSQL gives it
 * @param comparisons one or more comparisons
 * @param method the access method of its index, or {@code null} for {@code btree}
 * @param include columns that its index carries besides
 * @param where the rows that it covers, as SQL, or {@code null} for all
 * @param deferral when it is checked
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE, EXCLUDE</a>
 * @since 0.1.0
 */
public record Exclude(
    @Nullable String name,
    List<Comparison> comparisons,
    @Nullable String method,
    List<String> include,
    @Nullable String where,
    Deferral deferral)
    implements Constraint {

  /**
   * What of two rows is compared.
   *
   * @param key a column or an expression
   * @param operator the operator, such as {@code &&}, as it stands in a statement
   */
  public record Comparison(IndexKey key, String operator) {
    String sql() {
      return key.definition() + " WITH " + operator;
    }
  }

  public Exclude {
    comparisons = List.copyOf(comparisons);
    include = List.copyOf(include);
  }

  static Exclude of() {
    return new Exclude(null, List.of(), null, List.of(), null, Deferral.NOT_DEFERRABLE);
  }

  @Override
  public Exclude named(String newName) {
    return new Exclude(newName, comparisons, method, include, where, deferral);
  }

  /** One comparison more, of a column. */
  public Exclude with(String column, String operator) {
    return with(IndexKey.key(column), operator);
  }

  /** One comparison more, of a column or an expression. */
  public Exclude with(IndexKey key, String operator) {
    List<Comparison> more = new ArrayList<>(comparisons);
    more.add(new Comparison(key, operator));
    return new Exclude(name, more, method, include, where, deferral);
  }

  /** The access method of its index: {@code gist} for most. */
  public Exclude using(String accessMethod) {
    return new Exclude(name, comparisons, accessMethod, include, where, deferral);
  }

  /** Its index carries these columns as well. */
  public Exclude include(String... more) {
    return new Exclude(name, comparisons, method, List.of(more), where, deferral);
  }

  /** It covers only the rows for which this is true, as SQL. */
  public Exclude where(String condition) {
    return new Exclude(name, comparisons, method, include, condition, deferral);
  }

  /** A transaction may defer it. */
  public Exclude deferrable() {
    return new Exclude(name, comparisons, method, include, where, Deferral.DEFERRABLE);
  }

  /** It is checked at the end of the transaction. */
  public Exclude initiallyDeferred() {
    return new Exclude(name, comparisons, method, include, where, Deferral.INITIALLY_DEFERRED);
  }

  /**
   * @throws MigrationsException when it compares nothing
   */
  @Override
  public String definition() {
    if (comparisons.isEmpty()) {
      throw new MigrationsException(
          "An exclusion constraint compares nothing.",
          "Complete it: exclude().with(\"during\", \"&&\").");
    }
    return "EXCLUDE "
        + (method == null ? "" : "USING " + SqlNames.quote(method) + " ")
        + comparisons.stream().map(Comparison::sql).collect(Collectors.joining(", ", "(", ")"))
        + Columns.includeClause(include)
        + (where == null ? "" : " WHERE (" + where + ")")
        + deferral.clause();
  }

  /** Without a name of its own: {@code <table>_excl}, which it is added under. */
  @Override
  public String nameOn(QualifiedName table) {
    return name == null ? DefaultNames.of(table.name(), null, "excl") : name;
  }

  // PostgreSQL has no other form; who drops a constraint and wants it back takes its lock.
  @Override
  public Operation addTo(QualifiedName table) {
    return new CreateExclude(table, this, true);
  }
}
