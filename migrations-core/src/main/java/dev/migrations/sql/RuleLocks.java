package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/** What {@code CREATE RULE} locks: its table, and what its actions would write to. */
final class RuleLocks {

  private RuleLocks() {}

  /** Reads from behind the table on. */
  static void read(SqlCursor at, @Nullable RelationName table, Locks locks) {
    AnalysedLocks analysed = new AnalysedLocks(locks, false);
    analysed.read(new SqlCursor(at.rest()));
    at.skipTo("do");
    at.advance();
    at.skipOneOf("also", "instead");
    if (at.atEnd() || at.at("nothing")) {
      return;
    }
    String actions = at.rest();
    analysed.readAll(
        at.atSymbol('(') ? actions.substring(1, Math.max(1, actions.lastIndexOf(')'))) : actions);
    if (table != null) {
      locks.change(new NameChange.Rule(table));
    }
  }
}
