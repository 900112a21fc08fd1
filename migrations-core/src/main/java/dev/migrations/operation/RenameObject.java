package dev.migrations.operation;

import dev.migrations.error.MigrationsException;

/**
 * Renames an object, in its place; for a column see {@link RenameColumn}. A running application
 * that knows the old name breaks.
 *
 * <p>Takes {@code ACCESS EXCLUSIVE} for a moment: on a table, view or sequence that is renamed, and
 * on the table of a constraint, trigger, policy or rule. An index is renamed under {@code SHARE
 * UPDATE EXCLUSIVE} on itself, which lets reads and writes pass. Other kinds lock no table.
 *
 * @param object the object
 * @param newName its new name, without a schema
 * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">PostgreSQL: SQL
 *     commands, ALTER … RENAME</a>
 * @since 0.1.0
 */
public record RenameObject(DatabaseObject object, String newName) implements Operation {

  /**
   * Checks the kind.
   *
   * @throws MigrationsException when PostgreSQL has no statement that renames it
   */
  public RenameObject {
    if (!object.kind().renamable()) {
      throw new MigrationsException(
          "PostgreSQL cannot rename an object of this kind: " + object + ".",
          "Drop it and create it under the other name.");
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(object.rename(newName));
    if (object.kind().knowsNewness()) {
      units.renamed(object.name(), object.name().sibling(newName));
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new RenameObject(object.renamed(newName), object.name().name()));
  }

  @Override
  public String summary() {
    return "rename " + object + " to " + newName;
  }
}
