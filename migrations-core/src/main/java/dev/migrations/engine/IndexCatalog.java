package dev.migrations.engine;

import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Recovery.IndexBuild;
import dev.migrations.sql.SqlNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What the catalog knows of an index. */
final class IndexCatalog {

  private static final String FIND =
      """
      SELECT n.nspname, i.indisvalid, pg_catalog.pg_get_indexdef(c.oid) AS definition,
        i.indrelid = to_regclass(?) AS on_table
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
      WHERE c.relname = ? AND c.relnamespace =
        (SELECT relnamespace FROM pg_catalog.pg_class WHERE oid = to_regclass(?))""";

  private final Connection connection;

  IndexCatalog(Connection connection) {
    this.connection = connection;
  }

  /**
   * An index that is there.
   *
   * @param name its name with its schema, quoted
   * @param valid whether queries use it; false for what a killed concurrent build leaves behind
   * @param definition the statement that would create it
   * @param onTable whether it is on the table that was asked for
   */
  record Index(String name, boolean valid, String definition, boolean onTable) {}

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
        String name = quoted(new QualifiedName(result.getString("nspname"), build.index().name()));
        return new Index(
            name,
            result.getBoolean("indisvalid"),
            result.getString("definition"),
            result.getBoolean("on_table"));
      }
    }
  }

  boolean exists(QualifiedName index) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
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
   */
  String definition(IndexBuild build) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(
          "CREATE TEMPORARY TABLE migrations_probe (LIKE %s)".formatted(quoted(build.table())));
      statement.execute(
          "CREATE %sINDEX migrations_probe_index ON pg_temp.migrations_probe %s"
              .formatted(build.unique() ? "UNIQUE " : "", build.definition()));
      try (ResultSet result =
          statement.executeQuery(
              "SELECT pg_catalog.pg_get_indexdef('pg_temp.migrations_probe_index'::regclass)")) {
        result.next();
        return result.getString(1);
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  void dropConcurrently(Index index) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + index.name());
    }
  }

  private static String quoted(QualifiedName name) {
    String quoted = SqlNames.quote(name.name());
    return name.schema() == null ? quoted : SqlNames.quote(name.schema()) + "." + quoted;
  }
}
