package dev.migrations.sql;

import java.util.Set;

/** What {@code ALTER} locks. */
final class AlterLocks {

  private static final Set<String> WITHOUT_TABLE_LOCKS =
      Set.of(
          """
          aggregate collation conversion data database default event function group language large
          operator procedural procedure role routine schema sequence server statistics subscription
          system tablespace text user
          """
              .split("\\s+"));

  private AlterLocks() {}

  static void read(SqlCursor at, Locks locks) {
    at.advance();
    at.skipOneOf("materialized", "foreign");
    String kind = at.lowerCase();
    at.advance();
    switch (kind) {
      case "table", "view" -> table(kind, at, locks);
      case "trigger", "rule", "policy" -> onTable(kind, at, locks);
      case "domain" -> domain(at, locks);
      case "publication" -> publication(at, locks);
      case "index" -> index(at, locks);
      case "extension" -> locks.unknown("what the script of the extension does");
      case "type" -> {
        if (at.hasAhead("cascade")) {
          locks.unknown("the tables of the type");
        }
      }
      default -> {
        if (!WITHOUT_TABLE_LOCKS.contains(kind)) {
          locks.notUnderstood();
        }
      }
    }
  }

  private static void table(String kind, SqlCursor at, Locks locks) {
    if (at.at("all")) {
      locks.group("every %s of the tablespace".formatted(kind), LockMode.ACCESS_EXCLUSIVE);
      return;
    }
    at.skip("if", "exists");
    boolean only = at.skip("only");
    RelationName table = at.relation();
    if (at.atOperator("*")) {
      at.advance();
    }
    if (table == null) {
      locks.add(table, LockMode.ACCESS_EXCLUSIVE);
      return;
    }
    do {
      new AlterTableLocks(table, only, at, locks).read();
      at.skipToComma();
    } while (at.skipSymbol(','));
  }

  /** Whoever plans a query opens all indexes of its tables, and waits for one that is moved. */
  private static void index(SqlCursor at, Locks locks) {
    if (at.at("all")) {
      locks.group("every table with an index in the tablespace", LockMode.ACCESS_EXCLUSIVE);
      return;
    }
    at.skip("if", "exists");
    RelationName index = at.relation();
    if (at.skip("set", "tablespace")) {
      locks.add(LockLink.TABLE_OF_INDEX, index, LockMode.ACCESS_EXCLUSIVE);
    }
  }

  private static void onTable(String kind, SqlCursor at, Locks locks) {
    at.skipTo("on");
    at.advance();
    RelationName table = at.relation();
    if (at.skipOneOf("depends", "no")) {
      return;
    }
    locks.add(table, LockMode.ACCESS_EXCLUSIVE);
    if (kind.equals("policy")) {
      new AnalysedLocks(locks, false).read(at);
    }
    if (kind.equals("trigger")) {
      locks.add(LockLink.PARTITIONS, table, LockMode.ACCESS_EXCLUSIVE);
    }
  }

  /** A domain's new rules are checked in every table that uses it, unless they are not valid. */
  private static void domain(SqlCursor at, Locks locks) {
    RelationName domain = at.relation();
    boolean checks =
        at.skip("add")
            ? !new SqlCursor(at.rest()).hasAhead("not", "valid")
            : at.skip("validate") || (at.skip("set") && at.skip("not", "null"));
    if (checks) {
      FunctionCalls.read(at, locks);
      locks.add(LockLink.USING_DOMAIN, domain, LockMode.SHARE);
    }
  }

  private static void publication(SqlCursor at, Locks locks) {
    at.name();
    boolean set = at.skip("set");
    if (set || at.skipOneOf("add", "drop")) {
      if (set && at.at("table")) {
        locks.unknown("the tables that were published before");
      }
      published(at, locks);
    }
  }

  /** The tables of a publication, which may name whole schemas among them. */
  static void published(SqlCursor at, Locks locks) {
    while (!at.atEnd()) {
      if (at.skip("table")) {
        do {
          boolean only = at.skip("only");
          RelationName table = at.relation();
          locks.add(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
          if (!only) {
            locks.add(LockLink.CHILDREN, table, LockMode.SHARE_UPDATE_EXCLUSIVE);
          }
          at.skipToComma();
        } while (at.skipSymbol(',') && !at.at("table") && !at.at("tables"));
      } else {
        at.advance();
      }
    }
  }
}
