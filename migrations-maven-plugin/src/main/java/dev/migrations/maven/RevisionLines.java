package dev.migrations.maven;

import dev.migrations.command.BranchPoint;
import dev.migrations.command.RevisionEntry;
import dev.migrations.command.WrittenRevision;
import dev.migrations.script.RevisionScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Revisions as lines, in Alembic's words and order. */
final class RevisionLines {

  private final RevisionScripts scripts;

  RevisionLines(RevisionScripts scripts) {
    this.scripts = scripts;
  }

  List<String> of(List<RevisionEntry> revisions, boolean verbose) {
    return revisions.stream()
        .flatMap(each -> verbose ? details(each).stream() : Stream.of(line(each)))
        .toList();
  }

  List<String> history(List<RevisionEntry> revisions, boolean verbose) {
    return verbose ? of(revisions, true) : revisions.stream().map(this::lineWithParents).toList();
  }

  List<String> of(BranchPoint branch, boolean verbose) {
    List<String> lines = new ArrayList<>(of(List.of(branch.revision()), verbose));
    branch.children().forEach(child -> lines.add("  -> " + line(child)));
    return lines;
  }

  /** {@code 3a1f (Add customers) -> 7c1f0a9be2d4, Add orders}. */
  String written(WrittenRevision written) {
    String parents =
        written.revision().downRevisions().stream()
            .map(id -> id + " (" + scripts.script(id).message() + ")")
            .collect(Collectors.joining(", "));
    return (parents.isEmpty() ? "<base>" : parents)
        + " -> "
        + written.revision().id()
        + ", "
        + written.message();
  }

  private String lineWithParents(RevisionEntry revision) {
    return parents(revision) + inBrackets(revision.dependencies()) + " -> " + line(revision);
  }

  private String line(RevisionEntry revision) {
    return revision.id()
        + inBrackets(revision.labels())
        + markers(revision)
        + ", "
        + revision.message();
  }

  private List<String> details(RevisionEntry revision) {
    List<String> lines = new ArrayList<>();
    lines.add("Rev: " + revision.id() + markers(revision));
    lines.add((revision.parents().size() > 1 ? "Merges: " : "Parent: ") + parents(revision));
    add(lines, "Also depends on: ", revision.dependencies());
    add(lines, "Branches into: ", revision.children().size() > 1 ? revision.children() : List.of());
    add(lines, "Branch names: ", revision.labels());
    lines.add("Path: " + revision.origin());
    lines.add("");
    lines.add("    " + revision.message());
    lines.add("");
    return lines;
  }

  private static void add(List<String> lines, String title, List<String> words) {
    if (!words.isEmpty()) {
      lines.add(title + String.join(", ", words));
    }
  }

  private static String parents(RevisionEntry revision) {
    return revision.parents().isEmpty() ? "<base>" : String.join(", ", revision.parents());
  }

  private static String inBrackets(List<String> words) {
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  private static String markers(RevisionEntry revision) {
    return revision.markers().stream()
        .map(marker -> " (" + marker + ")")
        .collect(Collectors.joining());
  }
}
