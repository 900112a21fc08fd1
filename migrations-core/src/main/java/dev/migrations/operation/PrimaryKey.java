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
 * @since 0.1.0
 */
public record PrimaryKey(
    @Nullable String name, List<String> columns, List<String> include, Deferral deferral)
    implements Constraint {

  public PrimaryKey {
    columns = Columns.atLeastOne(columns, "primary key");
    include = List.copyOf(include);
  }

  static PrimaryKey of(String... columns) {
    return new PrimaryKey(null, List.of(columns), List.of(), Deferral.NOT_DEFERRABLE);
  }

  @Override
  public PrimaryKey named(String newName) {
    return new PrimaryKey(newName, columns, include, deferral);
  }

  /** Its index carries these columns as well. */
  public PrimaryKey include(String... more) {
    return new PrimaryKey(name, columns, List.of(more), deferral);
  }

  /** A transaction may defer it. */
  public PrimaryKey deferrable() {
    return new PrimaryKey(name, columns, include, Deferral.DEFERRABLE);
  }

  /** It is checked at the end of the transaction. */
  public PrimaryKey initiallyDeferred() {
    return new PrimaryKey(name, columns, include, Deferral.INITIALLY_DEFERRED);
  }

  @Override
  public String definition() {
    return "PRIMARY KEY " + indexDefinition() + deferral.clause();
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
    return new CreatePrimaryKey(table, this, false);
  }
}
