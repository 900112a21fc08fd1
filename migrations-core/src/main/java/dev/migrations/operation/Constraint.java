package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. The factories are meant for a static import:
 *
 * <pre>{@code
 * op.createTable("order_line",
 *     column("order_id", BIGINT),
 *     column("line", INTEGER),
 *     primaryKey("order_id", "line"),
 *     foreignKey("order_id").references("orders", "id").onDelete(CASCADE));
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface Constraint extends TableElement
    permits PrimaryKey, Unique, Check, ForeignKey, Exclude, NotNull {

  /** Its name, or {@code null} for the one that PostgreSQL gives it. */
  @Nullable String name();

  /** The same constraint with a name. */
  Constraint named(String name);

  /** What follows its name in a statement: {@code UNIQUE (email)}. */
  String definition();

  /** Its name on a table: its own, or the one that PostgreSQL would give it. */
  String nameOn(QualifiedName table);

  /** The operation that adds it to a table, safely. */
  Operation addTo(QualifiedName table);

  /** The constraint as it stands in a statement, with its name where it has one. */
  default String sql() {
    String name = name();
    return name == null ? definition() : "CONSTRAINT " + SqlNames.quote(name) + " " + definition();
  }

  /** A primary key. */
  static PrimaryKey primaryKey(String... columns) {
    return PrimaryKey.of(columns);
  }

  /** A unique constraint. */
  static Unique unique(String... columns) {
    return Unique.of(columns);
  }

  /**
   * A check.
   *
   * @param expression a boolean expression over the columns of the table, as SQL
   */
  static Check check(String expression) {
    return new Check(null, expression, false, true);
  }

  /** An exclusion constraint; {@code with} completes it. */
  static Exclude exclude() {
    return Exclude.of();
  }

  /** A not-null constraint, for a name of its own; PostgreSQL 18 and later. */
  static NotNull notNull(String column) {
    return new NotNull(null, column, false);
  }

  /** A foreign key; {@code references} completes it. */
  static ForeignKey.From foreignKey(String... columns) {
    return ForeignKey.from(columns);
  }
}
