package dev.migrations.sql;

import java.util.Set;

/**
 * Reads the table locks of a statement from its words. What it does not know is said to be unknown,
 * never to be harmless.
 *
 * <p>See the PostgreSQL manual, Explicit Locking and the page of each statement. The tests compare
 * the outcome with {@code pg_locks}.
 */
final class LockReader {

  private static final Set<String> QUERIES =
      Set.of("select", "values", "table", "with", "insert", "update", "delete", "merge");

  private static final Set<String> WITHOUT_TABLE_LOCKS =
      Set.of(
          """
          abort begin checkpoint close commit deallocate discard end fetch grant import listen load
          move notify release reset revoke rollback savepoint set show start unlisten
          """
              .split("\\s+"));

  private LockReader() {}

  static StatementLocks read(SqlCursor at) {
    Locks locks = new Locks();
    read(at, locks);
    return locks.all();
  }

  static void read(SqlCursor at, Locks locks) {
    if (at.atEnd()) {
      return;
    }
    if (isQuery(at)) {
      new QueryLocks(at, locks).read();
      return;
    }
    String word = at.lowerCase();
    switch (word) {
      case "alter" -> AlterLocks.read(at, locks);
      case "create" -> CreateLocks.read(at, locks);
      case "drop" -> DropLocks.read(at, locks);
      case "truncate", "lock", "analyze", "analyse", "vacuum", "cluster", "reindex", "refresh" ->
          MaintenanceLocks.read(at, locks);
      case "comment", "security" -> CommentLocks.read(at, locks);
      case "copy" -> copy(at, locks);
      case "explain" -> explain(at, locks);
      case "declare" -> {
        at.skipTo("for");
        at.advance();
        new QueryLocks(at, locks).read();
      }
      case "prepare" -> prepare(at, locks);
      case "do", "call" -> locks.unknown("code");
      case "execute" -> locks.unknown("a prepared statement");
      case "reassign" -> locks.unknown("what the role owns");
      default -> {
        if (!WITHOUT_TABLE_LOCKS.contains(word)) {
          locks.notUnderstood();
        }
      }
    }
  }

  /** Whether it is a query, or a statement that writes rows. */
  static boolean isQuery(SqlCursor at) {
    return at.atSymbol('(') || QUERIES.contains(at.lowerCase());
  }

  /** Its statement runs later; {@code PREPARE TRANSACTION} has none. */
  private static void prepare(SqlCursor at, Locks locks) {
    at.advance();
    if (at.skipTo("as")) {
      at.advance();
      if (isQuery(at)) {
        new AnalysedLocks(locks, true).read(at);
      } else {
        locks.notUnderstood();
      }
    }
  }

  private static void copy(SqlCursor at, Locks locks) {
    at.advance();
    if (at.atSymbol('(')) {
      new QueryLocks(at, locks).read();
      return;
    }
    RelationName table = at.relation();
    if (at.atSymbol('(')) {
      at.advanceOver();
    }
    if (at.at("from")) {
      locks.add(table, LockMode.ROW_EXCLUSIVE);
      FunctionCalls.read(at, locks);
    }
  }

  /** The plan of a statement takes its locks too. */
  private static void explain(SqlCursor at, Locks locks) {
    at.advance();
    SqlOptions.here(at);
    at.skipOneOf("analyze", "analyse");
    at.skip("verbose");
    read(at, locks);
  }
}
