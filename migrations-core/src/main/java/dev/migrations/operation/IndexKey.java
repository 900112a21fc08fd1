package dev.migrations.operation;

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
    return new IndexKey(SqlNames.quote(column), null, null, null, null);
  }

  /** An expression over the columns of the table, as SQL: {@code lower(email)}. */
  public static IndexKey expression(String expression) {
    return new IndexKey("(" + expression + ")", null, null, null, null);
  }

  static List<IndexKey> keys(String... columns) {
    return Stream.of(columns).map(IndexKey::key).toList();
  }

  /** Sorts by this collation, see {@link QualifiedName#parse}. */
  public IndexKey collate(String name) {
    return new IndexKey(sql, QualifiedName.parse(name), operatorClass, order, nulls);
  }

  /** Compares by this operator class, such as {@code text_pattern_ops}. */
  public IndexKey operatorClass(String name) {
    return new IndexKey(sql, collation, QualifiedName.parse(name), order, nulls);
  }

  /** Smallest first. */
  public IndexKey asc() {
    return new IndexKey(sql, collation, operatorClass, Order.ASC, nulls);
  }

  /** Largest first. */
  public IndexKey desc() {
    return new IndexKey(sql, collation, operatorClass, Order.DESC, nulls);
  }

  /** Nulls before everything else. */
  public IndexKey nullsFirst() {
    return new IndexKey(sql, collation, operatorClass, order, Nulls.FIRST);
  }

  /** Nulls after everything else. */
  public IndexKey nullsLast() {
    return new IndexKey(sql, collation, operatorClass, order, Nulls.LAST);
  }

  String definition() {
    return sql
        + (collation == null ? "" : " COLLATE " + collation.sql())
        + (operatorClass == null ? "" : " " + operatorClass.sql())
        + (order == null ? "" : " " + order)
        + (nulls == null ? "" : " NULLS " + nulls);
  }
}
