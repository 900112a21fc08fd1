package dev.migrations.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions about an SQLSTATE (PostgreSQL manual, appendix A). */
final class SqlStates {

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK_DETECTED = "40P01";
  private static final String IN_FAILED_TRANSACTION = "25P02";
  private static final String READ_ONLY_TRANSACTION = "25006";
  private static final String UNDEFINED_TABLE = "42P01";
  private static final String INVALID_SCHEMA_NAME = "3F000";
  private static final String NOT_NULL_VIOLATION = "23502";
  private static final String PROTOCOL_VIOLATION = "08P01";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String INVALID_STATEMENT_NAME = "26000";
  private static final String DUPLICATE_PREPARED_STATEMENT = "42P05";
  private static final String UNTRANSLATABLE_CHARACTER = "22P05";
  private static final String INVALID_TEXT_REPRESENTATION = "22P02";

  /** Connection exceptions, wrong credentials, too many connections, shutdown. */
  private static final List<String> UNREACHABLE = List.of("08", "28", "53300", "57P");

  /** As above; that there are too many connections may pass too. */
  private static final List<String> LOST = List.of("08", "53300", "57P");

  private SqlStates() {}

  static boolean isLockContention(SQLException failure) {
    return is(failure, LOCK_NOT_AVAILABLE) || is(failure, DEADLOCK_DETECTED);
  }

  /** Whether it only says that a failure came before, which somebody swallowed. */
  static boolean isAfterFailure(SQLException failure) {
    return is(failure, IN_FAILED_TRANSACTION);
  }

  static boolean isMissingTable(SQLException failure) {
    return is(failure, UNDEFINED_TABLE) || is(failure, INVALID_SCHEMA_NAME);
  }

  static boolean isNotPermitted(SQLException failure) {
    return is(failure, INSUFFICIENT_PRIVILEGE);
  }

  /** Whether the encoding of the database lacks a character. */
  static boolean isUntranslatable(SQLException failure) {
    return is(failure, UNTRANSLATABLE_CHARACTER);
  }

  static boolean isNoNumber(SQLException failure) {
    return is(failure, INVALID_TEXT_REPRESENTATION);
  }

  static boolean isReadOnly(SQLException failure) {
    return is(failure, READ_ONLY_TRANSACTION);
  }

  /** No prepared statement of that name is in the session. */
  static boolean isMissingStatement(SQLException failure) {
    return is(failure, INVALID_STATEMENT_NAME);
  }

  /** A prepared statement of that name is in the session already. */
  static boolean isDuplicateStatement(SQLException failure) {
    return is(failure, DUPLICATE_PREPARED_STATEMENT);
  }

  static boolean isNullRefused(SQLException failure) {
    return is(failure, NOT_NULL_VIOLATION);
  }

  static boolean isProtocolViolation(SQLException failure) {
    return is(failure, PROTOCOL_VIOLATION);
  }

  /**
   * What says that the connection broke, among the causes of a failure: a connection exception, or
   * the end of the server process.
   */
  static Optional<SQLException> lostIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isLost(sql)) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  private static boolean isLost(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && LOST.stream().anyMatch(state::startsWith);
  }

  static boolean isUnreachable(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || UNREACHABLE.stream().anyMatch(state::startsWith);
  }

  private static boolean is(SQLException failure, @Nullable String state) {
    return state != null && state.equals(failure.getSQLState());
  }
}
