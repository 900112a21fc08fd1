package dev.migrations.sql;

import java.util.Set;

/** What {@code DROP} locks. */
final class DropLocks {

  /** But through {@code CASCADE}. */
  private static final Set<String> WITHOUT_TABLE_LOCKS =
      Set.of(
          """
          access aggregate cast collation conversion data database domain event function group
          language operator procedural procedure publication role routine schema sequence server
          subscription tablespace text transform type user
          """
              .split("\\s+"));

  private DropLocks() {}

  static void read(SqlCursor at, Locks locks) {
    at.advance();
    at.skipOneOf("materialized", "foreign");
    String kind = at.lowerCase();
    at.advance();
    boolean concurrently = at.skip("concurrently");
    if (new SqlCursor(at.rest()).hasAhead("cascade")) {
      locks.unknown("what depends on it and goes with CASCADE");
    }
    at.skip("if", "exists");
    switch (kind) {
      case "table" -> tables(at, locks);
      case "view" -> views(at, locks);
      case "index" ->
          linked(
              LockLink.TABLE_OF_INDEX,
              concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE,
              at,
              locks);
      case "statistics" ->
          linked(LockLink.TABLE_OF_STATISTICS, LockMode.SHARE_UPDATE_EXCLUSIVE, at, locks);
      case "trigger", "rule", "policy" -> onTable(kind, at, locks);
      case "owned" -> locks.unknown("what the role owns");
      case "extension" -> locks.unknown("what the extension holds");
      default -> {
        if (!WITHOUT_TABLE_LOCKS.contains(kind)) {
          locks.notUnderstood();
        }
      }
    }
  }

  private static void tables(SqlCursor at, Locks locks) {
    do {
      RelationName table = at.relation();
      locks.add(table, LockMode.ACCESS_EXCLUSIVE);
      locks.add(LockLink.DESCENDANTS, table, LockMode.ACCESS_EXCLUSIVE);
      locks.add(LockLink.PARENT, table, LockMode.ACCESS_EXCLUSIVE);
      locks.add(LockLink.FOREIGN_KEYS_FROM, table, LockMode.ACCESS_EXCLUSIVE);
      locks.add(LockLink.FOREIGN_KEYS_TO, table, LockMode.ACCESS_EXCLUSIVE);
      if (table != null) {
        locks.change(new NameChange.Dropped(table));
      }
    } while (at.skipSymbol(','));
  }

  private static void views(SqlCursor at, Locks locks) {
    do {
      locks.add(at.relation(), LockMode.ACCESS_EXCLUSIVE);
    } while (at.skipSymbol(','));
  }

  private static void linked(LockLink link, LockMode mode, SqlCursor at, Locks locks) {
    do {
      locks.add(link, at.relation(), mode);
    } while (at.skipSymbol(','));
  }

  private static void onTable(String kind, SqlCursor at, Locks locks) {
    at.skipTo("on");
    at.advance();
    RelationName table = at.relation();
    locks.add(table, LockMode.ACCESS_EXCLUSIVE);
    if (kind.equals("trigger")) {
      locks.add(LockLink.PARTITIONS, table, LockMode.ACCESS_EXCLUSIVE);
    }
  }
}
