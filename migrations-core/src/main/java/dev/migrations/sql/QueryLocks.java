package dev.migrations.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What queries and statements that write rows lock: what they write to, wherever in them, and what
 * {@code FOR UPDATE} and its kin name.
 */
final class QueryLocks {

  private static final Set<String> AFTER_FROM =
      Set.of(
          """
          where group having window union intersect except order limit offset fetch for returning
          set when on using tablesample
          """
              .split("\\s+"));

  private static final Set<String> NO_ALIAS =
      Set.of("join", "inner", "left", "right", "full", "cross", "natural");

  private final SqlCursor at;
  private final Locks locks;
  private final Set<String> commonTables = new HashSet<>();
  private final Deque<Level> outer = new ArrayDeque<>();
  private Level level = new Level(true);
  private String previous = "";
  private @Nullable String lastName;

  QueryLocks(SqlCursor at, Locks locks) {
    this.at = at;
    this.locks = locks;
  }

  /** What stands in one pair of parentheses. */
  private static final class Level {
    private final boolean query;
    private final List<Item> items = new ArrayList<>();
    private boolean inFrom;
    private boolean expectsItem;
    private @Nullable String calledBy;

    Level(boolean query) {
      this.query = query;
    }
  }

  /** A table in a {@code FROM} list. */
  private record Item(RelationName table, @Nullable String alias) {
    boolean isCalled(String name) {
      return name.equals(alias == null ? table.name() : alias);
    }
  }

  void read() {
    while (!at.atEnd()) {
      step();
    }
  }

  private void step() {
    boolean startsStatement = previous.isEmpty() || previous.equals("(") || previous.equals(")");
    if (at.atSymbol('(')) {
      open();
    } else if (at.atSymbol(')')) {
      close();
    } else if (at.atSymbol(',')) {
      level.expectsItem = level.inFrom;
      next();
    } else if (startsStatement && at.at("insert")) {
      next();
      written(at.skip("into"), false);
    } else if (startsStatement && at.at("update")) {
      next();
      written(true, true);
    } else if (startsStatement && at.at("delete")) {
      next();
      written(at.skip("from"), true);
    } else if (startsStatement && at.at("merge")) {
      next();
      written(at.skip("into"), true);
    } else if (at.at("as")) {
      named();
    } else if (at.at("for")) {
      next();
      lockingClause();
    } else if (at.at("into") && level.query) {
      next();
      created();
    } else if (at.at("from") && level.query && !previous.equals("distinct")) {
      next();
      level.inFrom = true;
      level.expectsItem = true;
    } else if (level.inFrom && at.at("join")) {
      next();
      level.expectsItem = true;
    } else if (level.inFrom && AFTER_FROM.contains(at.lowerCase())) {
      level.inFrom = at.at("on") || at.at("using") || at.at("tablesample");
      level.expectsItem = false;
      next();
    } else if (level.expectsItem && at.skipOneOf("lateral", "only")) {
      previous = "only";
    } else {
      nameOrToken();
    }
  }

  private void next() {
    previous = at.lowerCase();
    at.advance();
  }

  private void open() {
    boolean fromItem = level.expectsItem;
    next();
    outer.push(level);
    boolean query = at.at("select") || at.at("with") || at.at("values") || at.at("table");
    level = new Level(query || fromItem);
    level.calledBy = lastName;
    level.inFrom = fromItem && !query;
    level.expectsItem = level.inFrom;
  }

  private void close() {
    next();
    if (outer.isEmpty()) {
      return;
    }
    Level closed = level;
    lastName = closed.calledBy;
    level = outer.pop();
    if (level.expectsItem) {
      level.items.addAll(closed.items);
      level.expectsItem = false;
    }
  }

  private void written(boolean understood, boolean descends) {
    boolean only = at.skip("only");
    RelationName table = at.relation();
    previous = "";
    if (!understood || table == null) {
      locks.unknown("a table whose name cannot be read");
      return;
    }
    locks.add(table, LockMode.ROW_EXCLUSIVE);
    locks.add(LockLink.VIEWED, table, LockMode.ROW_EXCLUSIVE);
    locks.written(table);
    if (descends && !only) {
      locks.add(LockLink.DESCENDANTS, table, LockMode.ROW_EXCLUSIVE);
    }
    previous = "table";
    if (at.atSymbol('(')) {
      at.advanceOver();
    }
  }

  /** {@code SELECT … INTO}, which creates a table. */
  private void created() {
    while (at.skipOneOf("temporary", "temp", "unlogged", "table")) {
      // They are no part of the name.
    }
    locks.created(at.relation(), true);
    previous = "table";
  }

  private void lockingClause() {
    if (!at.at("update") && !at.at("no") && !at.at("share") && !at.at("key")) {
      return;
    }
    while (at.skipOneOf("no", "key", "update", "share")) {
      // All four strengths take the same lock on the table.
    }
    previous = "update";
    List<Item> locked = new ArrayList<>();
    if (at.skip("of")) {
      do {
        String name = at.name();
        level.items.stream()
            .filter(item -> name != null && item.isCalled(name))
            .forEach(locked::add);
      } while (at.skipSymbol(','));
    } else {
      locked.addAll(level.items);
    }
    for (Item item : locked) {
      if (item.table().schema() != null || !commonTables.contains(item.table().name())) {
        locks.add(item.table(), LockMode.ROW_SHARE);
        locks.add(LockLink.VIEWED, item.table(), LockMode.ROW_SHARE);
      }
    }
  }

  private void nameOrToken() {
    boolean expected = level.expectsItem;
    String first = at.lowerCase();
    RelationName name = at.relation();
    if (name == null) {
      next();
      return;
    }
    previous = first;
    if (at.atSymbol('(')) {
      locks.function(name);
      level.expectsItem = false;
    } else if (expected) {
      level.expectsItem = false;
      level.items.add(new Item(name, alias()));
    }
    lastName = name.name();
  }

  /** {@code x AS (} and {@code x AS MATERIALIZED (}: later on x is no table. */
  private void named() {
    next();
    at.skip("not");
    at.skip("materialized");
    if (at.atSymbol('(') && lastName != null) {
      commonTables.add(lastName);
    }
  }

  private @Nullable String alias() {
    if (at.skip("as")) {
      return at.name();
    }
    if (at.atEnd() || AFTER_FROM.contains(at.lowerCase()) || NO_ALIAS.contains(at.lowerCase())) {
      return null;
    }
    return at.name();
  }
}
