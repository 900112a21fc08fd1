package dev.migrations.sql;

/** Recognises the statements that say what is to be, and change no row that is there. */
final class Definition {

  private static final String[] FIRST_WORDS = {
    "create",
    "drop",
    "comment",
    "grant",
    "revoke",
    "security",
    "set",
    "reset",
    "analyze",
    "vacuum",
    "reindex",
    "cluster",
    "refresh",
    "lock",
    "reassign"
  };

  private Definition() {}

  static boolean of(SqlCursor at) {
    return at.skipOneOf(FIRST_WORDS) || (at.skip("alter") && !computesRows(at));
  }

  /** Whether it defines something that no query fills. */
  static boolean unfilled(SqlCursor at) {
    return at.skip("create")
        ? !isFilled(at)
        : at.skipOneOf("alter", "drop", "comment", "grant", "revoke");
  }

  private static boolean isFilled(SqlCursor at) {
    at.skipOneOf("global", "local");
    at.skipOneOf("temporary", "temp", "unlogged");
    return at.at("materialized") || (at.skip("table") && at.skipTo("as"));
  }

  /** Whether one of its actions is {@code ALTER COLUMN … TYPE … USING …}. */
  private static boolean computesRows(SqlCursor at) {
    while (!at.atEnd()) {
      if (skipInAction(at, "alter") && skipInAction(at, "type") && skipInAction(at, "using")) {
        return true;
      }
      at.skipToComma();
      at.skipSymbol(',');
    }
    return false;
  }

  private static boolean skipInAction(SqlCursor at, String word) {
    while (!at.atEnd() && !at.atSymbol(',') && !at.at(word)) {
      at.advanceOver();
    }
    return at.skip(word);
  }
}
