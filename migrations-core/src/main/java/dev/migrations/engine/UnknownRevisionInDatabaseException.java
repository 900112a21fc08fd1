package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
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

  private UnknownRevisionInDatabaseException(
      List<String> revisions, List<HistoryEntry> applied, List<String> heads, String action) {
    super(
        "The database is at %s, which this application does not have%s. Its own heads are %s."
            .formatted(
                revisions.size() == 1
                    ? "revision " + revisions.get(0)
                    : "revisions " + String.join(", ", revisions),
                applied.isEmpty() ? "" : " (" + describe(applied) + ")",
                heads),
        action);
    this.revisions = List.copyOf(revisions);
  }

  static UnknownRevisionInDatabaseException run(
      List<String> revisions, List<HistoryEntry> applied, List<String> heads) {
    return new UnknownRevisionInDatabaseException(
        revisions,
        applied,
        heads,
        "If the application was rolled back on purpose, set migrations.on-unknown-revision=warn to"
            + " let it start; otherwise deploy the version that has the revision, or take the"
            + " revision back with that version first.");
  }

  static UnknownRevisionInDatabaseException stamp(
      List<String> revisions, List<HistoryEntry> applied, List<String> heads) {
    return new UnknownRevisionInDatabaseException(
        revisions,
        applied,
        heads,
        "Stamp with the version of the application that has the revision; or stamp with purge, which"
            + " forgets all rows and sets only those that are named.");
  }

  /** The version rows that the application has no revision for. */
  public List<String> revisions() {
    return revisions;
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
        .collect(Collectors.joining("; "));
  }
}
