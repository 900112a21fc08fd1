package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/** What {@code CREATE} locks. */
final class CreateLocks {

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
      case "schema" -> references(null);
      case "index" -> index();
      case "view" -> view(replace);
      case "trigger" -> trigger();
      case "rule" -> behind("to", LockMode.ACCESS_EXCLUSIVE);
      case "policy" -> behind("on", LockMode.ACCESS_EXCLUSIVE);
      case "statistics" -> behind("from", LockMode.SHARE_UPDATE_EXCLUSIVE);
      case "publication" -> publication();
      case "extension" -> locks.unknown("what the script of the extension does");
      case "function", "procedure" -> {
        RelationName routine = at.relation();
        if (routine != null) {
          locks.change(new NameChange.Routine(routine));
        }
      }
      default -> {
        // Types, roles, sequences and the like lock no table.
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
      locks.add(LockLink.DEFAULT_PARTITION, parent, LockMode.ACCESS_EXCLUSIVE);
      locks.add(LockLink.FOREIGN_KEYS_FROM, parent, LockMode.SHARE_ROW_EXCLUSIVE);
      locks.add(LockLink.FOREIGN_KEYS_TO, parent, LockMode.SHARE_ROW_EXCLUSIVE);
    }
    references(table);
  }

  /** Whatever a definition refers to, at any depth. */
  private void references(@Nullable RelationName table) {
    while (!at.atEnd()) {
      if (at.skip("references")) {
        RelationName referenced = at.relation();
        locks.addReferenced(referenced);
        locks.foreignKey(table, null, referenced);
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
