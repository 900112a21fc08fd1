package dev.migrations.spring.boot.cli;

import dev.migrations.command.Marker;
import dev.migrations.command.RevisionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Revisions as text, in Alembic's words and order. */
final class RevisionText {

  private static final Set<Marker> SHOWN =
      Set.of(
          Marker.HEAD,
          Marker.EFFECTIVE_HEAD,
          Marker.CURRENT,
          Marker.BRANCH_POINT,
          Marker.MERGE_POINT);

  private final Terminal terminal;

  RevisionText(Terminal terminal) {
    this.terminal = terminal;
  }

  /** {@code ae1027a6acf (shopping) (head)}. */
  String name(RevisionEntry revision) {
    return id(revision.id()) + labels(revision) + markers(revision);
  }

  /** {@code ae1027a6acf (head), Add orders}. */
  String line(RevisionEntry revision) {
    return name(revision) + ", " + revision.message();
  }

  /** {@code <base> -> ae1027a6acf (head), Add orders}. */
  String lineWithParents(RevisionEntry revision) {
    String dependencies =
        revision.dependencies().isEmpty() ? "" : " (" + join(revision.dependencies()) + ")";
    return parents(revision.parents()) + dependencies + " -> " + line(revision);
  }

  /** Everything, on several lines. */
  List<String> details(RevisionEntry revision) {
    List<String> lines = new ArrayList<>();
    lines.add("Rev: " + id(revision.id()) + markers(revision));
    boolean merge = revision.parents().size() > 1;
    lines.add((merge ? "Merges: " : "Parent: ") + parents(revision.parents()));
    if (!revision.dependencies().isEmpty()) {
      lines.add("Also depends on: " + join(revision.dependencies()));
    }
    if (!revision.replaces().isEmpty()) {
      lines.add("Replaces: " + join(revision.replaces()));
    }
    if (revision.children().size() > 1) {
      lines.add("Branches into: " + join(revision.children()));
    }
    if (!revision.labels().isEmpty()) {
      lines.add("Branch names: " + join(revision.labels()));
    }
    lines.add("Path: " + revision.origin());
    lines.add("");
    lines.add("    " + revision.message());
    return lines;
  }

  /** {@code <base>}, or the ids. */
  static String parents(List<String> ids) {
    return ids.isEmpty() ? "<base>" : join(ids);
  }

  String id(String id) {
    return terminal.styled("fg(yellow)", id);
  }

  private String labels(RevisionEntry revision) {
    return revision.labels().isEmpty() ? "" : " (" + join(revision.labels()) + ")";
  }

  private String markers(RevisionEntry revision) {
    return revision.markers().stream()
        .filter(SHOWN::contains)
        .map(marker -> " " + terminal.styled(style(marker), "(" + marker + ")"))
        .collect(Collectors.joining());
  }

  private static String style(Marker marker) {
    return marker == Marker.CURRENT ? "bold,fg(green)" : "fg(cyan)";
  }

  private static String join(List<String> words) {
    return String.join(", ", words);
  }
}
