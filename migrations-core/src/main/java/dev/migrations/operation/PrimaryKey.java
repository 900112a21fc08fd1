package dev.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name its name, or {@code null} for {@code <table>_pkey}
 * @param columns one or more columns
 * @param include columns that its index carries besides
 * @param deferral when it is checked
 * @param withoutOverlaps whether the last column is a range, and rows that are equal otherwise may
 *     not overlap in it; PostgreSQL 18 and later
 * @since 0.1.0
 */
public record PrimaryKey(
    @Nullable String name,
    List<String> columns,
    List<String> include,
    Deferral deferral,
    boolean withoutOverlaps)
    implements Constraint {

  public PrimaryKey {
    columns = Columns.atLeastOne(columns, "primary key");
    include = List.copyOf(include);
    Columns.checkWithoutOverlaps(withoutOverlaps, columns);
  }

  static PrimaryKey of(String... columns) {
    return new PrimaryKey(null, List.of(columns), List.of(), Deferral.NOT_DEFERRABLE, false);
  }

  @Override
  public PrimaryKey named(String newName) {
    return new PrimaryKey(newName, columns, include, deferral, withoutOverlaps);
  }

  /** Its index carries these columns as well. */
  public PrimaryKey include(String... more) {
    return new PrimaryKey(name, columns, List.of(more), deferral, withoutOverlaps);
  }

  /** A transaction may defer it. */
  public PrimaryKey deferrable() {
    return new PrimaryKey(name, columns, include, Deferral.DEFERRABLE, withoutOverlaps);
  }

  /** It is checked at the end of the transaction. */
  public PrimaryKey initiallyDeferred() {
    return new PrimaryKey(name, columns, include, Deferral.INITIALLY_DEFERRED, withoutOverlaps);
  }

  /**
   * The last column is a range, and rows that are equal otherwise may not overlap in it; PostgreSQL
   * 18 and later.
   */
  public PrimaryKey withoutOverlapping() {
    return new PrimaryKey(name, columns, include, deferral, true);
  }

  @Override
  public String definition() {
    return "PRIMARY KEY "
        + (withoutOverlaps ? Columns.listWithoutOverlaps(columns) : Columns.list(columns))
        + Columns.includeClause(include)
        + deferral.clause();
  }

  /** The keys of its index, and what the index includes. */
  String indexDefinition() {
    return Columns.list(columns) + Columns.includeClause(include);
  }

  @Override
  public String nameOn(QualifiedName table) {
    return name == null ? DefaultNames.of(table.name(), null, "pkey") : name;
  }

  @Override
  public Operation addTo(QualifiedName table) {
    return new CreatePrimaryKey(table, this, null, List.of(), withoutOverlaps);
  }
}
