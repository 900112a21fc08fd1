package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * What {@code CREATE FUNCTION} and {@code CREATE PROCEDURE} lock: the server looks through a body
 * in SQL, though not through one in another language (PostgreSQL manual, {@code
 * check_function_bodies}).
 */
final class RoutineLocks {

  private RoutineLocks() {}

  static void read(SqlCursor at, Locks locks) {
    RelationName routine = at.relation();
    if (routine == null) {
      return;
    }
    locks.change(new NameChange.Routine(routine));
    AnalysedLocks body = new AnalysedLocks(locks, true);
    boolean sql = false;
    boolean written = false;
    String text = null;
    while (!at.atEnd()) {
      if (at.skip("begin")) {
        if (at.at("atomic")) {
          at.advance();
          body.readAll(at.rest());
          return;
        }
      } else if (at.skip("return")) {
        body.read(at);
      } else if (at.skip("language")) {
        sql = isSql(at);
      } else if (at.skip("as")) {
        written = true;
        text = at.literal();
      } else {
        at.advanceOver();
      }
    }
    if (sql && written) {
      body(routine, text, body, locks);
    }
  }

  private static boolean isSql(SqlCursor at) {
    String language = at.literal();
    return "sql".equalsIgnoreCase(language == null ? at.name() : language);
  }

  private static void body(
      RelationName routine, @Nullable String text, AnalysedLocks body, Locks locks) {
    if (text == null) {
      locks.unknown("the body of function " + routine.sql());
    } else {
      body.readAll(text);
    }
  }
}
