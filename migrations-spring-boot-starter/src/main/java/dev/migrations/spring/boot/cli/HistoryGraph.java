package dev.migrations.spring.boot.cli;

import dev.migrations.command.RevisionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The history as a drawing, with each revision's text beside its node. */
final class HistoryGraph {

  private final RevisionText text;
  private final boolean verbose;

  HistoryGraph(RevisionText text, boolean verbose) {
    this.text = text;
    this.verbose = verbose;
  }

  List<String> lines(List<RevisionEntry> revisions) {
    Set<String> shown = revisions.stream().map(RevisionEntry::id).collect(Collectors.toSet());
    GraphDrawing drawing = new GraphDrawing();
    List<String> lines = new ArrayList<>();
    for (RevisionEntry revision : LineByLine.order(revisions)) {
      List<String> parents = revision.parents().stream().filter(shown::contains).toList();
      GraphDrawing.Rows rows = drawing.add(revision.id(), parents);
      List<String> texts = verbose ? text.details(revision) : List.of(text.line(revision));
      lines.add(rows.node() + " " + texts.get(0));
      for (String more : texts.subList(1, texts.size())) {
        lines.add((rows.passing() + " " + more).stripTrailing());
      }
      if (verbose) {
        lines.add(rows.passing().stripTrailing());
      }
      lines.addAll(rows.edges());
    }
    return lines;
  }
}
