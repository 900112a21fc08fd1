package dev.migrations.sql;

/**
 * Recognises the statements that PostgreSQL refuses inside a transaction block: those whose pages
 * in the manual's part VI say so.
 */
final class TransactionRefusal {

  private TransactionRefusal() {}

  static boolean of(SqlCursor at) {
    if (at.atEnd()) {
      return false;
    }
    return switch (at.lowerCase()) {
      case "create" -> create(at);
      case "drop" -> drop(at);
      case "alter" -> alter(at);
      case "reindex" -> reindex(at);
      case "cluster" -> cluster(at);
      case "vacuum" -> true;
      case "discard" -> at.skip("discard", "all");
      default -> false;
    };
  }

  private static boolean create(SqlCursor at) {
    at.advance();
    if (at.skipOneOf("database", "tablespace")) {
      return true;
    }
    if (at.skip("subscription")) {
      return !SqlOptions.after("with", at).anyOff("create_slot", "connect");
    }
    at.skip("unique");
    return at.skip("index", "concurrently");
  }

  private static boolean drop(SqlCursor at) {
    at.advance();
    return at.skipOneOf("database", "tablespace", "subscription")
        || at.skip("index", "concurrently");
  }

  private static boolean alter(SqlCursor at) {
    at.advance();
    if (at.skip("system")) {
      return true;
    }
    if (at.skip("database")) {
      at.name();
      return at.skip("set", "tablespace");
    }
    if (at.skip("subscription")) {
      return alterSubscription(at);
    }
    return at.skip("table") && at.hasAhead("detach", "partition") && at.hasAhead("concurrently");
  }

  private static boolean alterSubscription(SqlCursor at) {
    at.name();
    if (at.skip("refresh")) {
      return true;
    }
    if (!at.skipOneOf("set", "add", "drop")) {
      return false;
    }
    if (at.skip("publication")) {
      return !SqlOptions.after("with", at).anyOff("refresh");
    }
    return SqlOptions.here(at).has("failover", "two_phase");
  }

  private static boolean reindex(SqlCursor at) {
    at.advance();
    SqlOptions options = SqlOptions.here(at);
    if (options.has("concurrently") && !options.anyOff("concurrently")) {
      return true;
    }
    return at.skipOneOf("database", "system", "schema")
        || (at.skipOneOf("table", "index") && at.skip("concurrently"));
  }

  private static boolean cluster(SqlCursor at) {
    at.advance();
    SqlOptions.here(at);
    at.skip("verbose");
    return at.atEnd();
  }
}
