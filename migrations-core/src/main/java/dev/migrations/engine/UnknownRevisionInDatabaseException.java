package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.error.OneLine;
import dev.migrations.graph.RevisionGraph;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The database is at a revision that the application does not have: most often the application is
 * older than the database.
 *
 * @since 0.1.0
 */
public final class UnknownRevisionInDatabaseException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> revisions;

  private final boolean unfinishedRange;

  private UnknownRevisionInDatabaseException(
      List<String> revisions, List<HistoryEntry> applied, RevisionGraph graph, String action) {
    super(
        "The database is at %s, which this application does not have%s%s. Its own heads are %s."
            .formatted(
                revisions.size() == 1
                    ? "revision " + revisions.get(0)
                    : "revisions " + String.join(", ", revisions),
                applied.isEmpty() ? "" : " (" + describe(applied) + ")",
                replacements(revisions, graph),
                graph.heads()),
        isUnfinishedRange(revisions, graph)
            ? "Bring the database to the end of the range first, with a version of the application"
                + " that still has its revisions."
            : action);
    this.revisions = List.copyOf(revisions);
    this.unfinishedRange = isUnfinishedRange(revisions, graph);
  }

  private static boolean isUnfinishedRange(List<String> revisions, RevisionGraph graph) {
    return revisions.stream().anyMatch(row -> graph.replacementOf(row) != null);
  }

  private static String replacements(List<String> revisions, RevisionGraph graph) {
    StringBuilder text = new StringBuilder();
    for (String row : revisions) {
      String replacement = graph.replacementOf(row);
      if (replacement != null) {
        List<String> range = graph.revision(replacement).replaces();
        text.append(
            "; %s is inside of the range up to %s that revision %s replaces, and not all of the range is here any more"
                .formatted(row, range.get(range.size() - 1), replacement));
      }
    }
    return text.toString();
  }

  static UnknownRevisionInDatabaseException run(
      List<String> revisions, List<HistoryEntry> applied, RevisionGraph graph) {
    return new UnknownRevisionInDatabaseException(
        revisions,
        applied,
        graph,
        "If the application was rolled back on purpose, set migrations.on-unknown-revision=warn to"
            + " let it start; otherwise deploy the version that has the revision, or take the"
            + " revision back with that version first.");
  }

  static UnknownRevisionInDatabaseException stamp(
      List<String> revisions, List<HistoryEntry> applied, RevisionGraph graph) {
    return new UnknownRevisionInDatabaseException(
        revisions,
        applied,
        graph,
        "Stamp with the version of the application that has the revision; or stamp with purge, which"
            + " forgets all rows and sets only those that are named.");
  }

  /** The version rows that the application has no revision for. */
  public List<String> revisions() {
    return revisions;
  }

  /** Whether the database is behind the application, and the way forward was deleted. */
  boolean isUnfinishedRange() {
    return unfinishedRange;
  }

  private static String describe(List<HistoryEntry> applied) {
    return applied.stream()
        .map(
            entry ->
                "%s \"%s\" was applied at %s by %s%s"
                    .formatted(
                        entry.revision(),
                        entry.message(),
                        entry.startedAt(),
                        entry.application() == null ? entry.databaseUser() : entry.application(),
                        entry.applicationVersion() == null ? "" : " " + entry.applicationVersion()))
        // Another application wrote this.
        .map(OneLine::of)
        .collect(Collectors.joining("; "));
  }
}
