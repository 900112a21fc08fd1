package dev.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code COMMENT ON} and {@code SECURITY LABEL} lock. */
final class CommentLocks {

  private CommentLocks() {}

  static void read(SqlCursor at, Locks locks) {
    if (!at.skipTo("on")) {
      return;
    }
    at.advance();
    at.skipOneOf("materialized", "foreign");
    if (at.skipOneOf("table", "view")) {
      locks.add(at.relation(), LockMode.SHARE_UPDATE_EXCLUSIVE);
    } else if (at.skip("column")) {
      locks.add(tableOfColumn(at), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
  }

  private static @Nullable RelationName tableOfColumn(SqlCursor at) {
    List<String> parts = new ArrayList<>();
    do {
      String part = at.name();
      if (part == null || part.isEmpty()) {
        return null;
      }
      parts.add(part);
    } while (at.skipSymbol('.'));
    int table = parts.size() - 2;
    return table < 0
        ? null
        : new RelationName(table == 0 ? null : parts.get(table - 1), parts.get(table));
  }
}
