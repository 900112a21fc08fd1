package dev.migrations.engine;

import dev.migrations.script.RevisionScript;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a stamp is about to set.
 *
 * @param report what it will have set
 * @param scripts the scripts of its revisions, but for those that the application does not know
 * @param inventory what the application has, when the stamp leaves the database at the heads of it
 */
record Stamping(StampReport report, Map<String, RevisionScript> scripts, OptionalLong inventory) {

  /** What leaves these version rows as they are. */
  static Stamping nothing(List<String> rows) {
    return new Stamping(
        new StampReport(rows, rows, List.of(), List.of(), List.of()),
        Map.of(),
        OptionalLong.empty());
  }

  /** All that the history is told about; the rows where they alone change, not what they mean. */
  List<String> revisions() {
    List<String> revisions =
        Stream.of(report.removed(), report.added(), report.accepted())
            .flatMap(List::stream)
            .toList();
    return revisions.isEmpty() ? rowsAfter() : revisions;
  }

  List<String> rowsBefore() {
    return report.rowsBefore();
  }

  List<String> rowsAfter() {
    return report.rowsAfter();
  }

  List<String> rowsRemoved() {
    return rowsBefore().stream().filter(row -> !rowsAfter().contains(row)).toList();
  }

  List<String> rowsAdded() {
    return rowsAfter().stream().filter(row -> !rowsBefore().contains(row)).toList();
  }
}
