package dev.migrations.sql;

import java.util.List;

/**
 * What a query locks that the server only reads for now, to keep it for later: its tables, in the
 * mode of what it does to them, until the end of the transaction. Nothing in it runs. Other
 * statements are not looked at before they run.
 */
final class AnalysedLocks {

  private final Locks locks;
  private final boolean rewritten;

  /**
   * @param rewritten whether the server goes through views and rules too, as for the body of a
   *     function, or leaves them for later, as for a view
   */
  AnalysedLocks(Locks locks, boolean rewritten) {
    this.locks = locks;
    this.rewritten = rewritten;
  }

  /** Of the queries among statements. */
  void readAll(String statements) {
    List<SqlStatement> all;
    try {
      all = SqlSplitter.split(statements);
    } catch (SqlTextException unreadable) {
      locks.unknown("a statement that cannot be read: " + unreadable.problem());
      return;
    }
    for (SqlStatement statement : all) {
      SqlCursor at = new SqlCursor(statement.text());
      if (LockReader.isQuery(at)) {
        read(at);
      }
    }
  }

  /** Of a query, or of an expression with queries in it. */
  void read(SqlCursor at) {
    Locks own = new Locks();
    new QueryLocks(at, own).read();
    locks.addAnalysed(own, rewritten);
  }
}
