package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an index is sorted by: a column or an expression, with its options. Immutable: each method
 * returns a new one.
 *
 * @param sql the column, quoted, or the expression, in parentheses
 * @param collation its collation, or {@code null} for the column's
 * @param operatorClass its operator class, or {@code null} for the type's default
 * @param parameters parameters of the operator class
 * @param order its order, or {@code null} for ascending
 * @param nulls where nulls are sorted, or {@code null} for last when ascending, first when
 *     descending
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">PostgreSQL: CREATE
 *     INDEX</a>
 * @since 0.1.0
 */
public record IndexKey(
    String sql,
    @Nullable QualifiedName collation,
    @Nullable QualifiedName operatorClass,
    StorageParameters parameters,
    @Nullable Order order,
    @Nullable Nulls nulls) {

  /** The order of an index. */
  public enum Order {
    ASC,
    DESC
  }

  /** Where nulls are sorted. */
  public enum Nulls {
    FIRST,
    LAST
  }

  /** A column. */
  public static IndexKey key(String column) {
    return new IndexKey(SqlNames.quote(column), null, null, StorageParameters.NONE, null, null);
  }

  /** An expression over the columns of the table, as SQL: {@code lower(email)}. */
  public static IndexKey expression(String expression) {
    return new IndexKey("(" + expression + ")", null, null, StorageParameters.NONE, null, null);
  }

  static List<IndexKey> keys(String... columns) {
    return Stream.of(columns).map(IndexKey::key).toList();
  }

  /** Sorts by this collation, see {@link QualifiedName#parse}. */
  public IndexKey collate(String name) {
    return new IndexKey(sql, QualifiedName.parse(name), operatorClass, parameters, order, nulls);
  }

  /** Compares by this operator class, such as {@code text_pattern_ops}. */
  public IndexKey operatorClass(String name) {
    return new IndexKey(sql, collation, QualifiedName.parse(name), parameters, order, nulls);
  }

  /**
   * A parameter of the operator class, such as {@code siglen}, see {@link StorageParameters#with}.
   *
   * @throws MigrationsException when no operator class was named before
   */
  public IndexKey with(String parameter, Object value) {
    if (operatorClass == null) {
      throw new MigrationsException(
          "The index key " + sql + " has a parameter, but no operator class.",
          "Call operatorClass(…) before with(…).");
    }
    return new IndexKey(
        sql, collation, operatorClass, parameters.with(parameter, value), order, nulls);
  }

  /** Smallest first. */
  public IndexKey asc() {
    return new IndexKey(sql, collation, operatorClass, parameters, Order.ASC, nulls);
  }

  /** Largest first. */
  public IndexKey desc() {
    return new IndexKey(sql, collation, operatorClass, parameters, Order.DESC, nulls);
  }

  /** Nulls before everything else. */
  public IndexKey nullsFirst() {
    return new IndexKey(sql, collation, operatorClass, parameters, order, Nulls.FIRST);
  }

  /** Nulls after everything else. */
  public IndexKey nullsLast() {
    return new IndexKey(sql, collation, operatorClass, parameters, order, Nulls.LAST);
  }

  String definition() {
    return sql
        + (collation == null ? "" : " COLLATE " + collation.sql())
        + (operatorClass == null ? "" : " " + operatorClass.sql())
        + (parameters.isEmpty() ? "" : " " + parameters.sql())
        + (order == null ? "" : " " + order)
        + (nulls == null ? "" : " NULLS " + nulls);
  }
}
