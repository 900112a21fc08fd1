package dev.migrations.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What to do when the server has run out of something (PostgreSQL manual, appendix A, class 53,
 * "Insufficient Resources").
 */
final class ServerLimits {

  private static final String DISK_FULL = "53100";
  private static final String OUT_OF_MEMORY = "53200";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final String CONFIGURATION_LIMIT_EXCEEDED = "53400";

  private ServerLimits() {}

  /** As a sentence; {@code null} when that is not the failure. */
  static @Nullable String advice(Throwable failure) {
    String sqlState = sqlState(failure);
    return sqlState == null ? null : advice(sqlState);
  }

  /** Its SQLSTATE; {@code null} when that is not the failure. */
  static @Nullable String sqlState(Throwable failure) {
    // Pools and Spring have the server's failure as the cause of theirs.
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && advice(sql.getSQLState()) != null) {
        return sql.getSQLState();
      }
    }
    return null;
  }

  private static @Nullable String advice(String sqlState) {
    return switch (sqlState) {
      case DISK_FULL -> "Free space on the disk of the server, then start again.";
      case OUT_OF_MEMORY ->
          "Give the server what it has run out of (max_locks_per_transaction for \"out of shared"
              + " memory\"), or do less in one revision, then start again.";
      case TOO_MANY_CONNECTIONS ->
          "All connections that the server, the database or the role may have are taken: close"
              + " some, or allow more, then start again.";
      case CONFIGURATION_LIMIT_EXCEEDED ->
          "Raise the limit that the server names, such as temp_file_limit, or do less in one"
              + " statement, then start again.";
      default -> null;
    };
  }
}
