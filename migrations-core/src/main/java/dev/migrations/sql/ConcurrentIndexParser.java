package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/** Takes a concurrent index build, rebuild or drop apart; what it does not understand is none. */
final class ConcurrentIndexParser {

  private ConcurrentIndexParser() {}

  static @Nullable ConcurrentIndex parse(String statement) {
    SqlCursor at = new SqlCursor(statement);
    if (at.skip("create")) {
      return build(at);
    }
    if (at.skip("reindex")) {
      return rebuild(at);
    }
    return at.skip("drop") ? drop(at) : null;
  }

  private static @Nullable ConcurrentIndex rebuild(SqlCursor at) {
    boolean concurrently = SqlOptions.here(at).has("concurrently");
    if (!at.skipOneOf("index", "table") || !(at.skip("concurrently") || concurrently)) {
      return null;
    }
    Qualified what = qualified(at);
    return what == null || !at.atEnd()
        ? null
        : new ConcurrentIndex.Rebuild(what.schema(), what.name());
  }

  private static @Nullable ConcurrentIndex build(SqlCursor at) {
    boolean unique = at.skip("unique");
    if (!at.skip("index", "concurrently")) {
      return null;
    }
    String index = null;
    if (!at.at("on")) {
      index = at.name();
      if ("if".equals(index) && at.skip("not", "exists")) {
        index = at.name();
      }
    }
    if (!at.skip("on")) {
      return null;
    }
    at.skip("only");
    Qualified table = qualified(at);
    if (table == null || at.atEnd()) {
      return null;
    }
    if (at.atOperator("*")) {
      at.advance();
    }
    return new ConcurrentIndex.Build(index, table.schema(), table.name(), unique, at.rest());
  }

  private static @Nullable ConcurrentIndex drop(SqlCursor at) {
    if (!at.skip("index", "concurrently")) {
      return null;
    }
    Qualified index = qualified(at);
    if (index != null && index.schema() == null && "if".equals(index.name()) && at.skip("exists")) {
      index = qualified(at);
    }
    at.skipOneOf("restrict", "cascade");
    return index == null || !at.atEnd()
        ? null
        : new ConcurrentIndex.Drop(index.schema(), index.name());
  }

  private static @Nullable Qualified qualified(SqlCursor at) {
    String first = at.name();
    if (first == null || !at.skipSymbol('.')) {
      return first == null ? null : new Qualified(null, first);
    }
    String second = at.name();
    return second == null ? null : new Qualified(first, second);
  }

  private record Qualified(@Nullable String schema, String name) {}
}
