package dev.migrations.sql;

/** Recognises the statements that begin, end or divide a transaction. */
final class TransactionControl {

  private TransactionControl() {}

  static boolean of(SqlCursor at) {
    return at.skipOneOf("begin", "commit", "end", "rollback", "abort", "savepoint", "release")
        || (at.at("start") && at.skip("start", "transaction"))
        || (at.at("prepare") && at.skip("prepare", "transaction"));
  }
}
