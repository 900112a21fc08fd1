package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema history of Flyway, and takes for current what Flyway does: the highest version
 * that is applied, in whatever order, and neither undone nor deleted from the history since.
 */
final class FlywayHistory {

  private final Connection connection;
  private final PredecessorTable table;

  FlywayHistory(Connection connection, PredecessorTable table) {
    this.connection = connection;
    this.table = table;
  }

  /** A row; a repeatable migration has no version, and neither has the creation of a schema. */
  private record Row(
      @Nullable String version,
      String description,
      String type,
      boolean success,
      String installedOn) {

    boolean isVersioned() {
      return version != null;
    }

    boolean isRepeatable() {
      return version == null && !type.equals("SCHEMA") && !type.equals("DELETE");
    }

    boolean isApplied() {
      return !type.startsWith("UNDO") && !type.equals("DELETE");
    }

    String name() {
      return version == null ? description : version + " (" + description + ")";
    }
  }

  FoundPredecessor read(@Nullable String givenName) throws SQLException {
    List<Row> rows = rows();
    refuseFailed(rows);
    List<Row> applied =
        latest(rows.stream().filter(Row::isVersioned).toList()).stream()
            .filter(Row::isApplied)
            .toList();
    long repeatable =
        rows.stream().filter(Row::isRepeatable).map(Row::description).distinct().count();
    Row current = applied.stream().max(Comparator.comparing(FlywayHistory::version)).orElse(null);
    List<String> details = new ArrayList<>();
    if (current != null) {
      details.add(
          "version %s, %s, installed on %s"
              .formatted(current.version(), current.description(), current.installedOn()));
    }
    details.add(
        "%d versioned and %d repeatable migrations are applied"
            .formatted(applied.size(), repeatable));
    return new FoundPredecessor(
        table.tool(),
        table.schema(),
        table.name(),
        current == null ? null : predecessor(current, givenName),
        details);
  }

  private static Predecessor predecessor(Row row, @Nullable String givenName) {
    return new Predecessor(PredecessorTool.FLYWAY, String.valueOf(row.version()), givenName);
  }

  private static FlywayVersion version(Row row) {
    return FlywayVersion.parse(String.valueOf(row.version()));
  }

  /** The last word on each version, which may have been undone and applied again. */
  private static Collection<Row> latest(List<Row> versioned) {
    Map<FlywayVersion, Row> latest = new LinkedHashMap<>();
    versioned.forEach(row -> latest.put(version(row), row));
    return latest.values();
  }

  private void refuseFailed(List<Row> rows) {
    String failed =
        rows.stream()
            .filter(row -> !row.success())
            .map(Row::name)
            .collect(Collectors.joining(", "));
    if (!failed.isEmpty()) {
      throw new MigrationsException(
          "Flyway notes in %s that a migration failed: %s.".formatted(table, failed),
          "Clear up what it left behind, run 'flyway repair', and bring the database to its end with"
              + " Flyway first.");
    }
  }

  private List<Row> rows() throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                """
                SELECT version, description, type, success,
                  pg_catalog.to_char(installed_on, 'YYYY-MM-DD HH24:MI:SS') AS installed_on
                FROM %s ORDER BY installed_rank"""
                    .formatted(table.sql()))) {
      while (result.next()) {
        rows.add(
            new Row(
                result.getString("version"),
                result.getString("description"),
                result.getString("type"),
                result.getBoolean("success"),
                result.getString("installed_on")));
      }
    }
    return rows;
  }
}
