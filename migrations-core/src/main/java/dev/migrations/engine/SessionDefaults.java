package dev.migrations.engine;

import dev.migrations.operation.Command;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlStatement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session that a run changes, as the run found them: each an SQL expression.
 *
 * @param role {@code role}: what {@code SET ROLE} took, or {@code none}
 * @param searchPath {@code search_path}
 * @param lockTimeout {@code lock_timeout}
 * @param statementTimeout {@code statement_timeout}
 * @param settings those that are others for the whole of a run
 * @param guard of the session to which they belong; {@code null} in a script, where they are read
 *     from the session itself
 */
record SessionDefaults(
    String role,
    String searchPath,
    String lockTimeout,
    String statementTimeout,
    RunSettings settings,
    @Nullable SessionGuard guard) {

  private static final String SET_CONFIG =
      PgCatalog.sql(
          "set_config('role', %5$s, %4$s), set_config('search_path', %1$s, %4$s), set_config('lock_timeout', %2$s, %4$s), set_config('statement_timeout', %3$s, %4$s)");

  /** What was read from the session. */
  static SessionDefaults found(
      String role,
      String searchPath,
      String lockTimeout,
      String statementTimeout,
      RunSettings settings,
      SessionGuard guard) {
    return new SessionDefaults(
        SqlLiterals.quote(role),
        SqlLiterals.quote(searchPath),
        SqlLiterals.quote(lockTimeout),
        SqlLiterals.quote(statementTimeout),
        settings,
        guard);
  }

  /** What {@link #save} kept in the session, for a script that cannot know it. */
  static SessionDefaults saved() {
    return new SessionDefaults(
        saved("role"),
        saved("search_path"),
        saved("lock_timeout"),
        saved("statement_timeout"),
        RunSettings.saved(),
        null);
  }

  private static String saved(String setting) {
    return "pg_catalog.current_setting('migrations.%s')".formatted(setting);
  }

  /** Keeps the settings in the session, under names that nobody else uses. */
  static String save() {
    return PgCatalog.sql(
            """
        SELECT set_config('migrations.role', current_setting('role'), false),
          set_config('migrations.search_path', current_setting('search_path'), false),
          set_config('migrations.lock_timeout', current_setting('lock_timeout'), false),
          set_config('migrations.statement_timeout', current_setting('statement_timeout'), false),""")
        + " "
        + RunSettings.save();
  }

  /** Puts those back that a statement outside a transaction changes for the session. */
  String restore() {
    return select(setConfig(lockTimeout, statementTimeout, false));
  }

  /** Puts all of them back for the session, as the columns of a {@code SELECT}. */
  String restoreAll() {
    return setConfig(lockTimeout, statementTimeout, false) + ", " + settings.restore();
  }

  /**
   * What a transaction of a revision starts with. The role and the search path are set as well,
   * since a revision before it may have changed the session's; and strings are read as they were
   * when the file was cut into statements.
   */
  String forTransaction(Duration lockTimeout, Duration statementTimeout) {
    return select(
        setConfig(milliseconds(lockTimeout), milliseconds(statementTimeout), true)
            + ", pg_catalog.set_config('standard_conforming_strings', 'on', true)");
  }

  /**
   * What precedes a statement outside a transaction. A concurrent form waits for locks without a
   * limit of its own: it takes locks that readers and writers do not queue behind, and giving up
   * would leave an invalid index (PostgreSQL manual, CREATE INDEX, "Building Indexes
   * Concurrently"). Any other, such as {@code VACUUM FULL}, may lock them out.
   */
  String forStatement(Command.Sql statement, Duration lockTimeout, Duration statementTimeout) {
    boolean concurrent = new SqlStatement(statement.sql(), 0).isConcurrent();
    return select(
        setConfig(
            milliseconds(concurrent ? Duration.ZERO : lockTimeout),
            milliseconds(statementTimeout),
            false));
  }

  /** The search path alone, until the transaction ends. */
  String searchPathForTransaction() {
    return "SELECT pg_catalog.set_config('search_path', %s, true)".formatted(searchPath);
  }

  private String select(String columns) {
    return "SELECT " + (guard == null ? "" : guard.check() + ", ") + columns;
  }

  private String setConfig(String lockTimeout, String statementTimeout, boolean local) {
    return SET_CONFIG.formatted(searchPath, lockTimeout, statementTimeout, local, role);
  }

  private static String milliseconds(Duration duration) {
    // Zero would be no limit.
    return "'" + (duration.isZero() ? 0 : Math.max(1, duration.toMillis())) + "'";
  }
}
