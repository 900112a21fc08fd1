package dev.migrations.graph;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Revisions in the lines of a message, each with the place where it is written down. */
final class Listing {

  private static final int MAX_LINES = 20;

  private Listing() {}

  static String of(List<RevisionNode> revisions) {
    String lines =
        revisions.stream()
            .limit(MAX_LINES)
            .map(revision -> "  " + line(revision))
            .collect(joining(System.lineSeparator()));
    int more = revisions.size() - MAX_LINES;
    return more > 0 ? lines + System.lineSeparator() + "  and " + more + " more" : lines;
  }

  /** In one line, cut where it grows too long to read. */
  static String joined(List<RevisionNode> revisions, String separator) {
    String line =
        revisions.stream().limit(MAX_LINES).map(Listing::line).collect(joining(separator));
    int more = revisions.size() - MAX_LINES;
    return more > 0 ? line + separator + more + " more" : line;
  }

  static String line(RevisionNode revision) {
    return revision.id() + " (" + revision.origin() + ")";
  }

  static String ids(List<RevisionNode> revisions) {
    return revisions.stream().map(RevisionNode::id).collect(joining(", "));
  }

  static String revisions(int count) {
    return count == 1 ? "1 revision" : count + " revisions";
  }
}
