package dev.migrations.engine;

import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Recovery.IndexBuild;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the catalog knows of an index. */
final class IndexCatalog {

  /** Of the index c on the table t; its meaning is all but the names of both. */
  private static final String DEFINITION =
      PgCatalog.sql(
          """
          pg_get_indexdef(c.oid) AS definition,
          CASE WHEN i.indisunique THEN 'UNIQUE' ELSE '' END || substr(
            pg_get_indexdef(c.oid),
            strpos(pg_get_indexdef(c.oid), quote_ident(t.relname) || ' USING ')
              + length(quote_ident(t.relname))) AS meaning
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
          JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
          """);

  private static final String FIND =
      PgCatalog.sql("SELECT n.nspname, i.indisvalid, i.indrelid = to_regclass(?) AS on_table, ")
          + DEFINITION
          + PgCatalog.sql(
              """
              WHERE c.relname = ?::text AND c.relnamespace =
                (SELECT o.relnamespace FROM pg_catalog.pg_class o WHERE o.oid = to_regclass(?))""");

  /** A session may see that another one builds an index, and not which one. */
  private static final String BUILT_BY_ANOTHER =
      PgCatalog.sql(
          """
          SELECT EXISTS (
            SELECT FROM pg_catalog.pg_stat_progress_create_index p
            JOIN pg_catalog.pg_locks l ON l.pid = p.pid
            WHERE p.pid <> pg_backend_pid() AND p.datname = current_database()
              AND coalesce(p.index_relid, to_regclass(?)) = to_regclass(?)
              AND l.relation = to_regclass(?) AND l.mode = 'ShareUpdateExclusiveLock' AND l.granted)""");

  private static final String LEFTOVER =
      PgCatalog.sql(
          """
          SELECT EXISTS (
            SELECT FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(?) AND NOT indisvalid)
          AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_stat_progress_create_index
            WHERE datname = current_database() AND index_relid = to_regclass(?)
              AND pid <> pg_backend_pid())""");

  private static final String PROBED =
      PgCatalog.sql("SELECT %s WHERE c.oid = '%s.migrations_probe_index'::regclass");

  private static final String MAY_CREATE_TEMPORARY =
      PgCatalog.sql("SELECT has_database_privilege(current_database(), 'TEMPORARY')");

  private final Connection connection;

  IndexCatalog(Connection connection) {
    this.connection = connection;
  }

  /**
   * What an index is.
   *
   * @param text the statement that would create it
   * @param meaning the text without the names of the index and its table
   */
  record Definition(String text, String meaning) {}

  /**
   * An index that is there.
   *
   * @param qualified its name with its schema
   * @param valid whether queries use it; false for what a killed concurrent build leaves behind
   * @param onTable whether it is on the table that was asked for
   */
  record Index(QualifiedName qualified, boolean valid, Definition definition, boolean onTable) {

    /** Its name with its schema, quoted. */
    String name() {
      return quoted(qualified);
    }
  }

  @Nullable Index find(IndexBuild build) throws SQLException {
    String table = quoted(build.table());
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, table);
      statement.setString(2, build.index().name());
      statement.setString(3, table);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return null;
        }
        return new Index(
            new QualifiedName(result.getString("nspname"), build.index().name()),
            result.getBoolean("indisvalid"),
            definition(result),
            result.getBoolean("on_table"));
      }
    }
  }

  /** Whether another session is building this very index. */
  boolean isBuiltByAnother(Index index, QualifiedName table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BUILT_BY_ANOTHER)) {
      statement.setString(1, index.name());
      statement.setString(2, index.name());
      statement.setString(3, quoted(table));
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  boolean exists(QualifiedName index) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.to_regclass(?) IS NOT NULL")) {
      statement.setString(1, quoted(index));
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  /**
   * The definition that the server gives to the index that a build asks for, made on an empty copy
   * of the table: only PostgreSQL can tell whether two ways to write an index mean the same.
   *
   * @param there the index that is there, in whose schema the user may create another
   */
  Definition definition(IndexBuild build, Index there) throws SQLException {
    connection.setAutoCommit(false);
    Definition made;
    try {
      made = makeCopy(build, there);
    } catch (SQLException | RuntimeException ex) {
      Rollback.after(ex, connection);
      throw ex;
    }
    Rollback.of(connection);
    return made;
  }

  private Definition makeCopy(IndexBuild build, Index there) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      QualifiedName probe = createProbe(statement, build, there);
      statement.execute(
          "CREATE %sINDEX migrations_probe_index ON %s %s"
              .formatted(build.unique() ? "UNIQUE " : "", quoted(probe), build.definition()));
      try (ResultSet result =
          statement.executeQuery(
              PROBED.formatted(DEFINITION, SqlNames.quote(String.valueOf(probe.schema()))))) {
        result.next();
        return definition(result);
      }
    }
  }

  /** A temporary one may have the table's own name, which the definition may speak of. */
  private static QualifiedName createProbe(Statement statement, IndexBuild build, Index there)
      throws SQLException {
    boolean temporary;
    try (ResultSet result = statement.executeQuery(MAY_CREATE_TEMPORARY)) {
      result.next();
      temporary = result.getBoolean(1);
    }
    QualifiedName probe =
        temporary
            ? new QualifiedName("pg_temp", build.table().name())
            : there.qualified().sibling("migrations_probe");
    statement.execute("CREATE TABLE %s (LIKE %s)".formatted(quoted(probe), quoted(build.table())));
    return probe;
  }

  private static Definition definition(ResultSet result) throws SQLException {
    return new Definition(result.getString("definition"), result.getString("meaning"));
  }

  /** Whether it is an invalid index that nobody is building now. */
  boolean isLeftover(String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LEFTOVER)) {
      statement.setString(1, name);
      statement.setString(2, name);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  /** From now on, for a lock; also for the transactions that a concurrent statement waits for. */
  void waitAtMost(Duration patience) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT set_config('lock_timeout', '%s', false)".formatted(patience.toMillis()));
    }
  }

  void dropConcurrently(String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
    }
  }

  private static String quoted(QualifiedName name) {
    String quoted = SqlNames.quote(name.name());
    return name.schema() == null ? quoted : SqlNames.quote(name.schema()) + "." + quoted;
  }
}
