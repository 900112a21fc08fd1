package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/** What the statements lock that work on whole tables. */
final class MaintenanceLocks {

  private static final String EVERY_TABLE = "every table of the database, one after the other";

  private MaintenanceLocks() {}

  static void read(SqlCursor at, Locks locks) {
    String word = at.lowerCase();
    at.advance();
    switch (word) {
      case "truncate" -> truncate(at, locks);
      case "lock" -> lock(at, locks);
      case "vacuum" -> vacuum(at, locks);
      case "cluster" -> cluster(at, locks);
      case "reindex" -> reindex(at, locks);
      case "refresh" -> refresh(at, locks);
      default -> {
        SqlOptions.here(at);
        at.skip("verbose");
        each(at, locks, LockMode.SHARE_UPDATE_EXCLUSIVE);
      }
    }
  }

  private static void truncate(SqlCursor at, Locks locks) {
    at.skip("table");
    boolean cascade = new SqlCursor(at.rest()).hasAhead("cascade");
    do {
      boolean only = at.skip("only");
      RelationName table = at.relation();
      locks.add(table, LockMode.ACCESS_EXCLUSIVE);
      if (!only) {
        locks.add(LockLink.DESCENDANTS, table, LockMode.ACCESS_EXCLUSIVE);
      }
      if (cascade) {
        locks.add(LockLink.REFERENCING, table, LockMode.ACCESS_EXCLUSIVE);
      }
      skipStar(at);
    } while (at.skipSymbol(','));
  }

  private static void lock(SqlCursor at, Locks locks) {
    at.skip("table");
    LockMode mode = lockMode(new SqlCursor(at.rest()));
    do {
      boolean only = at.skip("only");
      RelationName table = at.relation();
      locks.add(table, mode);
      locks.add(LockLink.VIEWED, table, mode);
      if (!only) {
        locks.add(LockLink.DESCENDANTS, table, mode);
      }
      skipStar(at);
    } while (at.skipSymbol(','));
  }

  private static LockMode lockMode(SqlCursor at) {
    if (!at.skipTo("in")) {
      return LockMode.ACCESS_EXCLUSIVE;
    }
    at.advance();
    StringBuilder words = new StringBuilder();
    while (!at.atEnd() && !at.at("mode")) {
      words.append(words.isEmpty() ? "" : " ").append(at.lowerCase());
      at.advance();
    }
    for (LockMode mode : LockMode.values()) {
      if (Characters.lowerCase(mode.sql()).contentEquals(words)) {
        return mode;
      }
    }
    return LockMode.ACCESS_EXCLUSIVE;
  }

  private static void vacuum(SqlCursor at, Locks locks) {
    SqlOptions options = SqlOptions.here(at);
    boolean full = options.has("full") && !options.anyOff("full");
    full |= at.skip("full");
    at.skip("freeze");
    at.skip("verbose");
    at.skipOneOf("analyze", "analyse");
    each(at, locks, full ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE);
  }

  private static void each(SqlCursor at, Locks locks, LockMode mode) {
    if (at.atEnd()) {
      locks.group(EVERY_TABLE, mode);
      return;
    }
    do {
      boolean only = at.skip("only");
      RelationName table = at.relation();
      locks.add(table, mode);
      if (!only) {
        locks.add(LockLink.DESCENDANTS, table, mode);
      }
      at.skipToComma();
    } while (at.skipSymbol(','));
  }

  private static void cluster(SqlCursor at, Locks locks) {
    SqlOptions.here(at);
    at.skip("verbose");
    if (at.atEnd()) {
      locks.group(
          "every table that was clustered before, one after the other", LockMode.ACCESS_EXCLUSIVE);
      return;
    }
    RelationName first = at.relation();
    RelationName table = at.skip("on") ? at.relation() : first;
    locks.add(table, LockMode.ACCESS_EXCLUSIVE);
    locks.add(LockLink.PARTITIONS, table, LockMode.ACCESS_EXCLUSIVE);
  }

  private static void reindex(SqlCursor at, Locks locks) {
    SqlOptions options = SqlOptions.here(at);
    String kind = at.lowerCase();
    at.advance();
    boolean concurrently = options.has("concurrently") && !options.anyOff("concurrently");
    concurrently |= at.skip("concurrently");
    // The lock on the table is SHARE; on the index, which every query's planning opens, it is this.
    LockMode mode = concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    @Nullable RelationName name = at.relation();
    switch (kind) {
      case "index" -> locks.add(LockLink.TABLE_OF_INDEX, name, mode);
      case "table" -> {
        locks.add(name, mode);
        locks.add(LockLink.PARTITIONS, name, mode);
      }
      case "schema" ->
          locks.group(
              "every table of schema %s, one after the other"
                  .formatted(name == null ? "?" : name.sql()),
              mode);
      default -> locks.group(EVERY_TABLE, mode);
    }
  }

  private static void refresh(SqlCursor at, Locks locks) {
    at.skip("materialized", "view");
    LockMode mode = at.skip("concurrently") ? LockMode.EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    locks.add(at.relation(), mode);
  }

  private static void skipStar(SqlCursor at) {
    if (at.atOperator("*")) {
      at.advance();
    }
  }
}
