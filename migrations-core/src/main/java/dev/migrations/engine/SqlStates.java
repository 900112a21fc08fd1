package dev.migrations.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Questions about an SQLSTATE (PostgreSQL manual, appendix A). */
final class SqlStates {

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK_DETECTED = "40P01";
  private static final String UNDEFINED_TABLE = "42P01";
  private static final String INVALID_SCHEMA_NAME = "3F000";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String READ_ONLY_TRANSACTION = "25006";
  private static final String NOT_NULL_VIOLATION = "23502";
  private static final String CONNECTION_EXCEPTION_CLASS = "08";

  private SqlStates() {}

  static boolean isLockContention(SQLException failure) {
    return is(failure, LOCK_NOT_AVAILABLE) || is(failure, DEADLOCK_DETECTED);
  }

  static boolean isMissingTable(SQLException failure) {
    return is(failure, UNDEFINED_TABLE) || is(failure, INVALID_SCHEMA_NAME);
  }

  static boolean isMissingPrivilege(SQLException failure) {
    return is(failure, INSUFFICIENT_PRIVILEGE);
  }

  static boolean isReadOnly(SQLException failure) {
    return is(failure, READ_ONLY_TRANSACTION);
  }

  static boolean isNullRefused(SQLException failure) {
    return is(failure, NOT_NULL_VIOLATION);
  }

  static boolean isConnectionLost(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && state.startsWith(CONNECTION_EXCEPTION_CLASS);
  }

  private static boolean is(SQLException failure, @Nullable String state) {
    return state != null && state.equals(failure.getSQLState());
  }
}
