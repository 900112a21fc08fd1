package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/** What becomes of a statement of pg_dump in a revision. */
final class DumpStatement {

  private static final String ACCESS_METHOD = "default_table_access_method";

  private DumpStatement() {}

  /** Whether the tables after it are stored in another way than all others. */
  static boolean setsAccessMethod(SqlStatement statement) {
    SqlCursor at = new SqlCursor(statement.text());
    return at.skip("set", ACCESS_METHOD) && !at.hasAhead("heap");
  }

  /**
   * The statement, or what takes its place; null when it is to be left out.
   *
   * @param accessMethods whether the dump has tables of another access method than {@code heap}
   */
  static @Nullable String kept(SqlStatement statement, boolean accessMethods) {
    SqlCursor at = new SqlCursor(statement.text());
    if (at.skip("set")) {
      return setting(at, statement, accessMethods);
    }
    if (at.skip("select")) {
      if (at.hasAhead("set_config")) {
        return null;
      }
      throw DumpGuard.data(statement.line(), "'" + statement.summary() + "' sets data");
    }
    if (at.skip("comment", "on")) {
      return at.skipOneOf("database", "extension") || isPublicSchema(at) ? null : statement.text();
    }
    if (at.skip("alter")) {
      return at.at("database") || at.hasAhead("owner", "to") ? null : statement.text();
    }
    if (at.skip("create")) {
      return created(at, statement);
    }
    return statement.text();
  }

  private static @Nullable String created(SqlCursor at, SqlStatement statement) {
    if (at.at("database") || isPublicSchema(new SqlCursor(at.rest()))) {
      return null;
    }
    // The engine, or whoever made the database, may have created it for the connection.
    return at.skip("schema") ? "CREATE SCHEMA IF NOT EXISTS " + at.rest() : statement.text();
  }

  private static boolean isPublicSchema(SqlCursor at) {
    return at.skip("schema") && "public".equals(at.name());
  }

  /** Functions may use what comes later; the other settings are those of every new database. */
  private static @Nullable String setting(
      SqlCursor at, SqlStatement statement, boolean accessMethods) {
    if (at.at("search_path")) {
      throw new SqlTextException(
          statement.line(),
          "the dump sets search_path instead of naming schemas",
          "Make it with a pg_dump of PostgreSQL 14 or later.");
    }
    if (at.at("check_function_bodies")) {
      return "SET LOCAL check_function_bodies = off";
    }
    return accessMethods && at.at(ACCESS_METHOD) ? "SET LOCAL " + at.rest() : null;
  }
}
