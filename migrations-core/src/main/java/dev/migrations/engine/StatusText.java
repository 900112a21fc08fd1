package dev.migrations.engine;

import dev.migrations.graph.Direction;
import java.util.List;

/** What is said of a database's standing, wherever it is said. */
final class StatusText {

  private StatusText() {}

  static String of(MigrationsStatus status) {
    return switch (status.standing()) {
      case AT_HEAD -> "The database is at head.";
      case BEHIND -> pending(status.pending());
      case HALF_DONE -> halfDone(status.underWay().get(0));
      case AHEAD ->
          "The database is ahead of this application: it is at %s, which the application does not have."
              .formatted(String.join(", ", status.unknown()));
    };
  }

  static String unknown(String row) {
    return "The database is at revision %s, which the application does not have.".formatted(row);
  }

  static String halfDone(RevisionUnderWay revision) {
    return "The %s of revision %s is half done since %s: %d of its units are committed. %s"
        .formatted(
            Codes.of(revision.direction()),
            revision.revision(),
            revision.since(),
            revision.unitsDone(),
            revision.direction() == Direction.UPGRADE
                ? "Unless it is running, the next upgrade goes on with it, and 'downgrade %s@-1' takes it back."
                    .formatted(revision.revision())
                : "Unless it is running, 'downgrade %s@-1' goes on with it."
                    .formatted(revision.revision()));
  }

  static String pending(List<String> pending) {
    return pending.size() == 1
        ? "The database is not at head: revision %s is pending.".formatted(pending.get(0))
        : "The database is not at head: %d revisions are pending, from %s to %s."
            .formatted(pending.size(), pending.get(0), pending.get(pending.size() - 1));
  }
}
