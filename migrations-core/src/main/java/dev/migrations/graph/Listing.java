package dev.migrations.graph;

import java.util.List;
import java.util.stream.Collectors;

/** Revisions in the lines of a message, each with the place where it is written down. */
final class Listing {

  private static final int MAX_LINES = 20;

  private Listing() {}

  static String of(List<RevisionNode> revisions) {
    String lines =
        revisions.stream()
            .limit(MAX_LINES)
            .map(revision -> "  " + line(revision))
            .collect(Collectors.joining(System.lineSeparator()));
    int more = revisions.size() - MAX_LINES;
    return more > 0 ? lines + System.lineSeparator() + "  and " + more + " more" : lines;
  }

  static String line(RevisionNode revision) {
    return revision.id() + " (" + revision.origin() + ")";
  }

  static String ids(List<RevisionNode> revisions) {
    return revisions.stream().map(RevisionNode::id).collect(Collectors.joining(", "));
  }

  static String revisions(int count) {
    return count == 1 ? "1 revision" : count + " revisions";
  }
}
