package dev.migrations.spring.boot.cli;

import dev.migrations.command.AdoptionPlan;
import dev.migrations.engine.ExistingDatabase;
import dev.migrations.engine.FoundPredecessor;
import dev.migrations.engine.PassedOverTable;
import dev.migrations.engine.SchemaContents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A database that may be adopted, as text and as JSON. */
final class AdoptionText {

  private AdoptionText() {}

  /**
   * @param reason why the tables of other tools do not count
   */
  static List<String> lines(ExistingDatabase database, String reason) {
    List<String> lines = new ArrayList<>();
    FoundPredecessor found = database.found();
    if (found == null && database.passedOver().isEmpty()) {
      lines.add("  No table of Alembic, Flyway or Liquibase");
    } else if (found != null) {
      lines.add(
          "  %s.%s: %s"
              .formatted(
                  found.schema(),
                  found.table(),
                  found.predecessor() == null
                      ? "no position of " + found.tool().displayName()
                      : found.tool().displayName() + " at " + found.predecessor().position()));
      found.details().forEach(detail -> lines.add("    " + detail));
    }
    for (PassedOverTable other : database.passedOver()) {
      lines.add(
          "  %s.%s: %s, %spassed over, %s"
              .formatted(
                  other.schema(),
                  other.table(),
                  other.tool().displayName(),
                  other.filled() ? "" : "empty, ",
                  reason));
    }
    database.contents().forEach(contents -> lines.add("  " + line(contents)));
    if (database.isEmpty()) {
      lines.add("  Nothing else");
    }
    return lines;
  }

  private static String line(SchemaContents contents) {
    StringJoiner counts = new StringJoiner(", ");
    add(counts, contents.tables(), "table", "tables");
    add(counts, contents.views(), "view", "views");
    add(counts, contents.sequences(), "sequence", "sequences");
    add(counts, contents.functions(), "function", "functions");
    add(counts, contents.types(), "type", "types");
    add(counts, contents.indexes(), "index", "indexes");
    return "Schema " + contents.schema() + ": " + counts;
  }

  private static void add(StringJoiner counts, int count, String one, String several) {
    if (count > 0) {
      counts.add(count + " " + (count == 1 ? one : several));
    }
  }

  static Map<String, @Nullable Object> json(AdoptionPlan plan) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("step", plan.step().name());
    json.put("base", plan.base());
    json.put("adopts", plan.adopts().toString());
    json.put("file", plan.file() == null ? null : plan.file().toString());
    json.put("current", plan.database().rows());
    json.put("found", json(plan.database().found()));
    json.put("passedOver", plan.database().passedOver().stream().map(AdoptionText::json).toList());
    json.put("contents", plan.database().contents().stream().map(AdoptionText::json).toList());
    json.put("leftOut", plan.leftOut());
    return json;
  }

  private static @Nullable Map<String, ?> json(@Nullable FoundPredecessor found) {
    if (found == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("tool", found.tool().name());
    json.put("schema", found.schema());
    json.put("table", found.table());
    json.put("position", found.predecessor() == null ? null : found.predecessor().position());
    json.put("details", found.details());
    return json;
  }

  private static Map<String, ?> json(PassedOverTable table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tool", table.tool().name());
    json.put("schema", table.schema());
    json.put("table", table.table());
    json.put("filled", table.filled());
    return json;
  }

  private static Map<String, ?> json(SchemaContents contents) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", contents.schema());
    json.put("tables", contents.tables());
    json.put("views", contents.views());
    json.put("sequences", contents.sequences());
    json.put("functions", contents.functions());
    json.put("types", contents.types());
    json.put("indexes", contents.indexes());
    return json;
  }
}
