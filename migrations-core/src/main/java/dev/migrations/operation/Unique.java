package dev.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param name its name, or {@code null} for {@code <table>_<columns>_key}
 * @param columns one or more columns
 * @param include columns that its index carries besides
 * @param nullsNotDistinct whether two nulls count as equal; PostgreSQL 15 and later
 * @param deferral when it is checked
 * @param withoutOverlaps whether the last column is a range, and rows that are equal otherwise may
 *     not overlap in it; PostgreSQL 18 and later
 * @since 0.1.0
 */
public record Unique(
    @Nullable String name,
    List<String> columns,
    List<String> include,
    boolean nullsNotDistinct,
    Deferral deferral,
    boolean withoutOverlaps)
    implements Constraint {

  public Unique {
    columns = Columns.atLeastOne(columns, "unique constraint");
    include = List.copyOf(include);
    Columns.checkWithoutOverlaps(withoutOverlaps, columns);
  }

  static Unique of(String... columns) {
    return new Unique(null, List.of(columns), List.of(), false, Deferral.NOT_DEFERRABLE, false);
  }

  @Override
  public Unique named(String newName) {
    return new Unique(newName, columns, include, nullsNotDistinct, deferral, withoutOverlaps);
  }

  /** Its index carries these columns as well. */
  public Unique include(String... more) {
    return new Unique(name, columns, List.of(more), nullsNotDistinct, deferral, withoutOverlaps);
  }

  /** Two nulls count as equal; PostgreSQL 15 and later. */
  public Unique withNullsNotDistinct() {
    return new Unique(name, columns, include, true, deferral, withoutOverlaps);
  }

  /** A transaction may defer it. */
  public Unique deferrable() {
    return new Unique(
        name, columns, include, nullsNotDistinct, Deferral.DEFERRABLE, withoutOverlaps);
  }

  /** It is checked at the end of the transaction. */
  public Unique initiallyDeferred() {
    return new Unique(
        name, columns, include, nullsNotDistinct, Deferral.INITIALLY_DEFERRED, withoutOverlaps);
  }

  /**
   * The last column is a range, and rows that are equal otherwise may not overlap in it; PostgreSQL
   * 18 and later.
   */
  public Unique withoutOverlapping() {
    return new Unique(name, columns, include, nullsNotDistinct, deferral, true);
  }

  @Override
  public String definition() {
    return "UNIQUE "
        + (nullsNotDistinct ? "NULLS NOT DISTINCT " : "")
        + (withoutOverlaps ? Columns.listWithoutOverlaps(columns) : Columns.list(columns))
        + Columns.includeClause(include)
        + deferral.clause();
  }

  /** What follows the table in the statement that builds its index. */
  String indexDefinition() {
    return Columns.list(columns)
        + Columns.includeClause(include)
        + (nullsNotDistinct ? " NULLS NOT DISTINCT" : "");
  }

  @Override
  public String nameOn(QualifiedName table) {
    return name == null ? DefaultNames.of(table.name(), String.join("_", columns), "key") : name;
  }

  @Override
  public Operation addTo(QualifiedName table) {
    return new CreateUnique(table, this, null, List.of(), withoutOverlaps);
  }
}
