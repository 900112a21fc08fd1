package dev.migrations.sql;

import java.util.List;

/**
 * The table locks of a statement, read from its text, from {@code ROW SHARE} up: {@code ACCESS
 * SHARE}, which every query takes of what it reads, is left out. Nor does a text tell what triggers
 * and the checks of foreign keys take while rows are written.
 *
 * @param locks the locks, in the order in which the statement names what it locks
 * @param unknown what it may lock besides and no text can tell, such as {@code code}
 * @param functions what may be calls of functions, whose locks no text can tell
 * @param written the tables and views whose rows it writes; their rules may write elsewhere
 * @param changes what it changes that statements after it may name
 * @since 0.1.0
 */
public record StatementLocks(
    List<TableLock> locks,
    List<String> unknown,
    List<RelationName> functions,
    List<RelationName> written,
    List<NameChange> changes) {

  public StatementLocks {
    locks = List.copyOf(locks);
    unknown = List.copyOf(unknown);
    functions = List.copyOf(functions);
    written = List.copyOf(written);
    changes = List.copyOf(changes);
  }
}
