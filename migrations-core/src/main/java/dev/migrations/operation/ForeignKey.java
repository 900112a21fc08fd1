package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name its name, or {@code null} for {@code <table>_<columns>_fkey}
 * @param columns the columns that refer
 * @param referenced the table that they refer to
 * @param referencedColumns its columns; none for its primary key
 * @param onDelete what happens when the row referred to is deleted
 * @param onUpdate what happens when its key changes
 * @param matchFull whether either all columns are null or none is
 * @param deferral when it is checked
 * @param deleteColumns the columns that {@code SET NULL} and {@code SET DEFAULT} change when a row
 *     is deleted; none for all. PostgreSQL 15 and later
 * @param period whether the last column on both sides is a period; PostgreSQL 18 and later
 * @param enforced whether rows are held to it; PostgreSQL 18 and later can leave that out
 * @since 0.1.0
 */
public record ForeignKey(
    @Nullable String name,
    List<String> columns,
    QualifiedName referenced,
    List<String> referencedColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    boolean matchFull,
    Deferral deferral,
    List<String> deleteColumns,
    boolean period,
    boolean enforced)
    implements Constraint {

  /**
   * Checks the foreign key.
   *
   * @throws MigrationsException when it has no column, or names columns for an action that changes
   *     none
   */
  public ForeignKey {
    columns = Columns.atLeastOne(columns, "foreign key");
    referencedColumns = List.copyOf(referencedColumns);
    deleteColumns = List.copyOf(deleteColumns);
    if (!deleteColumns.isEmpty()
        && onDelete != ReferentialAction.SET_NULL
        && onDelete != ReferentialAction.SET_DEFAULT) {
      throw new MigrationsException(
          "The foreign key (%s) changes no columns on delete, and names %s."
              .formatted(String.join(", ", columns), String.join(", ", deleteColumns)),
          "Leave the columns out, or use SET_NULL or SET_DEFAULT.");
    }
  }

  static From from(String... columns) {
    return new From(List.of(columns));
  }

  /**
   * The first half of a foreign key: what refers.
   *
   * @param columns the columns that refer
   */
  public record From(List<String> columns) {

    public From {
      columns = Columns.atLeastOne(columns, "foreign key");
    }

    /**
     * The other half: what is referred to.
     *
     * @param table the table, see {@link QualifiedName#parse}
     * @param referencedColumns its columns; none for its primary key
     */
    public ForeignKey references(String table, String... referencedColumns) {
      return references(QualifiedName.parse(table), referencedColumns);
    }

    /** The other half: what is referred to. */
    public ForeignKey references(QualifiedName table, String... referencedColumns) {
      return new ForeignKey(
          null,
          columns,
          table,
          List.of(referencedColumns),
          ReferentialAction.NO_ACTION,
          ReferentialAction.NO_ACTION,
          false,
          Deferral.NOT_DEFERRABLE,
          List.of(),
          false,
          true);
    }
  }

  @Override
  public ForeignKey named(String newName) {
    return new ForeignKey(
        newName,
        columns,
        referenced,
        referencedColumns,
        onDelete,
        onUpdate,
        matchFull,
        deferral,
        deleteColumns,
        period,
        enforced);
  }

  /** What happens when the row referred to is deleted. */
  public ForeignKey onDelete(ReferentialAction action) {
    return new ForeignKey(
        name,
        columns,
        referenced,
        referencedColumns,
        action,
        onUpdate,
        matchFull,
        deferral,
        List.of(),
        period,
        enforced);
  }

  /** What happens when the key of the row referred to changes. */
  public ForeignKey onUpdate(ReferentialAction action) {
    return new ForeignKey(
        name,
        columns,
        referenced,
        referencedColumns,
        onDelete,
        action,
        matchFull,
        deferral,
        deleteColumns,
        period,
        enforced);
  }

  /**
   * What happens when the row referred to is deleted: {@code SET NULL} or {@code SET DEFAULT} of
   * these columns only; PostgreSQL 15 and later.
   */
  public ForeignKey onDelete(ReferentialAction action, String... changed) {
    return new ForeignKey(
        name,
        columns,
        referenced,
        referencedColumns,
        action,
        onUpdate,
        matchFull,
        deferral,
        List.of(changed),
        period,
        enforced);
  }

  /**
   * The last column on both sides is a period: each of its moments is found in a row referred to;
   * PostgreSQL 18 and later.
   */
  public ForeignKey withPeriod() {
    return new ForeignKey(
        name,
        columns,
        referenced,
        referencedColumns,
        onDelete,
        onUpdate,
        matchFull,
        deferral,
        deleteColumns,
        true,
        enforced);
  }

  /** No row is held to it, it is only known; PostgreSQL 18 and later. */
  public ForeignKey notEnforced() {
    return new ForeignKey(
        name,
        columns,
        referenced,
        referencedColumns,
        onDelete,
        onUpdate,
        matchFull,
        deferral,
        deleteColumns,
        period,
        false);
  }

  /** Either all columns are null, or none is. */
  public ForeignKey withMatchFull() {
    return new ForeignKey(
        name,
        columns,
        referenced,
        referencedColumns,
        onDelete,
        onUpdate,
        true,
        deferral,
        deleteColumns,
        period,
        enforced);
  }

  /** A transaction may defer it. */
  public ForeignKey deferrable() {
    return deferral(Deferral.DEFERRABLE);
  }

  /** It is checked at the end of the transaction. */
  public ForeignKey initiallyDeferred() {
    return deferral(Deferral.INITIALLY_DEFERRED);
  }

  private ForeignKey deferral(Deferral when) {
    return new ForeignKey(
        name,
        columns,
        referenced,
        referencedColumns,
        onDelete,
        onUpdate,
        matchFull,
        when,
        deleteColumns,
        period,
        enforced);
  }

  @Override
  public String definition() {
    return "FOREIGN KEY "
        + (period ? Columns.listWithPeriod(columns) : Columns.list(columns))
        + " REFERENCES "
        + referenced.sql()
        + (referencedColumns.isEmpty()
            ? ""
            : " "
                + (period
                    ? Columns.listWithPeriod(referencedColumns)
                    : Columns.list(referencedColumns)))
        + (matchFull ? " MATCH FULL" : "")
        + clause(" ON DELETE ", onDelete)
        + (deleteColumns.isEmpty() ? "" : " " + Columns.list(deleteColumns))
        + clause(" ON UPDATE ", onUpdate)
        + deferral.clause()
        + (enforced ? "" : " NOT ENFORCED");
  }

  @Override
  public String nameOn(QualifiedName table) {
    return name == null ? DefaultNames.of(table.name(), String.join("_", columns), "fkey") : name;
  }

  @Override
  public Operation addTo(QualifiedName table) {
    return new CreateForeignKey(table, this, false, List.of(), false);
  }

  private static String clause(String event, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? "" : event + action.sql();
  }
}
