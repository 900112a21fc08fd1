package dev.migrations.sql;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code CREATE} locks. */
final class CreateLocks {

  private static final Set<String> WITHOUT_TABLE_LOCKS =
      Set.of(
          """
          access aggregate cast collation conversion database default domain event group language
          operator procedural role sequence server subscription tablespace text transform trusted
          type user
          """
              .split("\\s+"));

  private final SqlCursor at;
  private final Locks locks;

  private CreateLocks(SqlCursor at, Locks locks) {
    this.at = at;
    this.locks = locks;
  }

  static void read(SqlCursor at, Locks locks) {
    at.advance();
    new CreateLocks(at, locks).read();
  }

  private void read() {
    boolean replace = at.skip("or", "replace");
    while (at.skipOneOf(
        "global", "local", "temporary", "temp", "unlogged", "unique", "constraint", "recursive")) {
      // They change nothing about the locks.
    }
    if (at.skip("foreign") && !at.at("table")) {
      return;
    }
    if (at.skip("materialized")) {
      at.skip("view");
      created();
      query();
      return;
    }
    String kind = at.lowerCase();
    at.advance();
    switch (kind) {
      case "table" -> table();
      case "schema" -> definitions(null);
      case "index" -> index();
      case "view" -> view(replace);
      case "trigger" -> trigger();
      case "rule" -> RuleLocks.read(at, behind("to", LockMode.ACCESS_EXCLUSIVE), locks);
      case "policy" -> {
        behind("on", LockMode.ACCESS_EXCLUSIVE);
        new AnalysedLocks(locks, false).read(at);
      }
      case "statistics" -> behind("from", LockMode.SHARE_UPDATE_EXCLUSIVE);
      case "publication" -> publication();
      case "extension" -> locks.unknown("what the script of the extension does");
      case "function", "procedure" -> RoutineLocks.read(at, locks);
      default -> {
        if (!WITHOUT_TABLE_LOCKS.contains(kind)) {
          locks.notUnderstood();
        }
      }
    }
  }

  private @Nullable RelationName created() {
    boolean mayBeThere = false;
    RelationName name = at.relation();
    if (name != null && name.schema() == null && name.name().equals("if")) {
      if (at.skip("not", "exists")) {
        mayBeThere = true;
        name = at.relation();
      }
    }
    locks.created(name, !mayBeThere);
    return name;
  }

  /** The query that fills what is created. */
  private void query() {
    SqlCursor query = new SqlCursor(at.rest());
    if (query.skipTo("as")) {
      query.advance();
      LockReader.read(query, locks);
    }
  }

  private void table() {
    RelationName table = created();
    query();
    if (at.skip("partition", "of")) {
      RelationName parent = at.relation();
      locks.add(parent, LockMode.ACCESS_EXCLUSIVE);
      locks.add(LockLink.DEFAULT_PARTITIONS, parent, LockMode.ACCESS_EXCLUSIVE);
      locks.add(LockLink.FOREIGN_KEYS_FROM, parent, LockMode.SHARE_ROW_EXCLUSIVE);
      locks.add(LockLink.FOREIGN_KEYS_TO, parent, LockMode.SHARE_ROW_EXCLUSIVE);
      partition(table, parent);
    }
    definitions(table);
  }

  private void partition(@Nullable RelationName table, @Nullable RelationName parent) {
    SqlCursor bounds = new SqlCursor(at.rest());
    while (!bounds.atEnd() && !bounds.at("for") && !bounds.at("default")) {
      bounds.advanceOver();
    }
    if (table != null && parent != null) {
      locks.change(new NameChange.Partition(table, parent, bounds.at("default")));
    }
    FunctionCalls.read(bounds, locks);
  }

  /** The definitions of columns and constraints, and what stands around them. */
  private void definitions(@Nullable RelationName table) {
    while (!at.atEnd()) {
      if (at.skipSymbol('(')) {
        do {
          ForeignKeyReader.read(at, table, locks);
        } while (at.skipSymbol(','));
      } else if (at.skip("inherits")) {
        inherits();
      } else {
        at.advance();
      }
    }
  }

  private void inherits() {
    if (at.skipSymbol('(')) {
      do {
        locks.add(at.relation(), LockMode.SHARE_UPDATE_EXCLUSIVE);
      } while (at.skipSymbol(','));
    }
  }

  private void index() {
    LockMode mode = at.skip("concurrently") ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
    String name = null;
    if (!at.at("on")) {
      name = at.name();
      if ("if".equals(name) && at.skip("not", "exists")) {
        name = at.name();
      }
    }
    at.skip("on");
    boolean only = at.skip("only");
    RelationName table = at.relation();
    locks.add(table, mode);
    if (!only) {
      locks.add(LockLink.PARTITIONS, table, mode);
    }
    FunctionCalls.read(new SqlCursor(at.rest()), locks);
    if (name != null && table != null) {
      locks.change(new NameChange.Indexed(table.sibling(name), table));
    }
  }

  private void view(boolean replace) {
    RelationName view = at.relation();
    if (replace) {
      locks.add(LockLink.REPLACED, view, LockMode.ACCESS_EXCLUSIVE);
    }
    locks.created(view, !replace);
    if (view != null) {
      locks.change(new NameChange.View(view));
    }
    if (at.skipTo("as")) {
      at.advance();
      new AnalysedLocks(locks, false).read(at);
    }
  }

  private void trigger() {
    RelationName table = behind("on", LockMode.SHARE_ROW_EXCLUSIVE);
    locks.add(LockLink.PARTITIONS, table, LockMode.SHARE_ROW_EXCLUSIVE);
  }

  private @Nullable RelationName behind(String word, LockMode mode) {
    if (!at.skipTo(word)) {
      return null;
    }
    at.advance();
    RelationName table = at.relation();
    locks.add(table, mode);
    return table;
  }

  private void publication() {
    if (at.skipTo("for")) {
      at.advance();
      AlterLocks.published(at, locks);
    }
  }
}
