package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how far another tool has brought a database: one query, two for Liquibase. */
final class PredecessorReader {

  private final Connection connection;

  PredecessorReader(Connection connection) {
    this.connection = connection;
  }

  /**
   * What the tool's table says, or null when there is none.
   *
   * @param search what was found
   * @param table the name that it was looked for by, if that is another than usual
   * @param tool whose table is wanted; {@code null} for whoever has one
   * @throws dev.migrations.error.MigrationsException when several tools have one, the table that
   *     was named is nobody's, or the tool has not finished its work
   */
  @Nullable FoundPredecessor read(
      PredecessorSearch search, @Nullable String table, @Nullable PredecessorTool tool)
      throws SQLException {
    PredecessorTable found = search.only(tool);
    if (found == null) {
      return null;
    }
    if (found.stranger() != null) {
      throw new MigrationsException(
          "The table %s of %s, or one beside it, belongs to %s, whom this user has no reason to trust; it was not read."
              .formatted(found, found.tool().displayName(), found.stranger()),
          "Find out who made it. If it is yours, give it to this user, to a role that it is a member of, or to the owner of the schema: ALTER TABLE … OWNER TO …. If not, drop it.");
    }
    try {
      return read(found, table);
    } catch (SQLException ex) {
      if (SqlStates.isUnreachable(ex)) {
        throw ex;
      }
      throw new MigrationsException(
          "The table %s of %s cannot be read: %s"
              .formatted(found, found.tool().displayName(), ServerMessage.text(ex)),
          "Grant SELECT on it to the user of the DataSource, or to migrations.user.",
          ex);
    } catch (IllegalArgumentException ex) {
      throw new MigrationsException(
          "The table %s does not hold what %s writes: %s"
              .formatted(found, found.tool().displayName(), ex.getMessage()),
          "Correct it, or name another tool or table: --from, --table.",
          ex);
    }
  }

  private FoundPredecessor read(PredecessorTable found, @Nullable String table)
      throws SQLException {
    return switch (found.tool()) {
      case ALEMBIC -> alembic(found, table);
      case FLYWAY -> new FlywayHistory(connection, found).read(table);
      case LIQUIBASE -> new LiquibaseChangeLog(connection, found).read(table);
      case UNVERSIONED -> throw new IllegalStateException(found + " is nobody's table");
    };
  }

  private FoundPredecessor alembic(PredecessorTable found, @Nullable String table)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT version_num FROM " + found.sql())) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    List<String> sorted = rows.stream().sorted().toList();
    return new FoundPredecessor(
        found.tool(),
        found.schema(),
        found.name(),
        sorted.isEmpty() ? null : new Predecessor(found.tool(), String.join(", ", sorted), table),
        sorted.size() > 1 ? List.of(sorted.size() + " heads") : List.of());
  }
}
