package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.PredecessorTool;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a search for the table of another tool came upon.
 *
 * @param wanted those that fit
 * @param others those of tools that were not asked for
 * @param misfit the table that was asked for by name, if it is there and does not fit
 */
record PredecessorSearch(
    List<PredecessorTable> wanted, List<PredecessorTable> others, @Nullable String misfit) {

  /**
   * The only one that fits, or null when there is none.
   *
   * @param tool who was asked for; {@code null} for anyone
   * @throws MigrationsException when there are several, or the one that was named does not fit
   */
  @Nullable PredecessorTable only(@Nullable PredecessorTool tool) {
    if (misfit != null) {
      throw new MigrationsException(
          "The table %s does not look like one of %s."
              .formatted(
                  misfit, tool == null ? "Alembic, Flyway or Liquibase" : tool.displayName()),
          "The tools are known by the columns of their tables. Name the one in which the tool notes"
              + " what it applied, or leave the name out.");
    }
    if (wanted.size() > 1) {
      throw several();
    }
    return wanted.isEmpty() ? null : wanted.get(0);
  }

  List<PassedOverTable> passedOver() {
    return others.stream()
        .map(
            table ->
                new PassedOverTable(table.tool(), table.schema(), table.name(), table.filled()))
        .toList();
  }

  private MigrationsException several() {
    boolean oneTool = wanted.stream().map(PredecessorTable::tool).distinct().count() == 1;
    return new MigrationsException(
        oneTool
            ? "The database has several tables of %s: %s."
                .formatted(wanted.get(0).tool().displayName(), joined(", ", ""))
            : "The database has the tables of several tools: %s.".formatted(joined(", ", "")),
        "Say which one counts: %s."
            .formatted(
                oneTool
                    ? joined(" or ", "--table ")
                    : wanted.stream()
                        .map(table -> "--from " + table.tool().code())
                        .distinct()
                        .collect(Collectors.joining(" or "))));
  }

  private String joined(String delimiter, String prefix) {
    return wanted.stream().map(table -> prefix + table).collect(Collectors.joining(delimiter));
  }
}
