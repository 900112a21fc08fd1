package dev.migrations.spring.boot.cli;

import dev.migrations.command.RevisionEntry;
import dev.migrations.engine.HistoryEntry;
import dev.migrations.engine.RevisionUnderWay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Revisions as JSON, with the names of the actuator endpoint. */
final class RevisionJson {

  private RevisionJson() {}

  static List<Map<String, ?>> of(List<RevisionEntry> revisions) {
    return revisions.stream().<Map<String, ?>>map(RevisionJson::of).toList();
  }

  static Map<String, @Nullable Object> of(RevisionEntry revision) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", revision.id());
    json.put("message", revision.message());
    json.put("origin", revision.origin());
    json.put("downRevisions", revision.parents());
    json.put("dependsOn", revision.dependencies());
    json.put("branchLabels", revision.labels());
    json.put("replaces", revision.replaces());
    json.put("children", revision.children());
    json.put("markers", revision.markers().stream().map(Enum::name).toList());
    return json;
  }

  static Map<String, @Nullable Object> of(HistoryEntry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("event", entry.event().name());
    json.put("message", entry.message());
    json.put("startedAt", entry.startedAt().toString());
    json.put("durationMs", entry.duration().toMillis());
    json.put("databaseUser", entry.databaseUser());
    json.put("host", entry.host());
    json.put("application", entry.application());
    json.put("applicationVersion", entry.applicationVersion());
    return json;
  }

  static Map<String, @Nullable Object> of(RevisionUnderWay revision) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", revision.revision());
    json.put("direction", revision.direction().name());
    json.put("unitsDone", revision.unitsDone());
    json.put("since", revision.since().toString());
    return json;
  }
}
