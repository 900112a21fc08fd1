package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.command.RevisionEntry;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GraphDrawingTests {

  @Test
  void aLineOfRevisions() {
    assertThat(draw("a", "b: a", "c: b"))
        .isEqualTo(
            """
        * c
        * b
        * a""");
  }

  @Test
  void twoHeadsOnOneRevision() {
    assertThat(draw("a", "b: a", "c: a", "d: c"))
        .isEqualTo(
            """
        * d
        * c
        | * b
        |/
        * a""");
  }

  @Test
  void aMerge() {
    assertThat(draw("a", "b: a", "c: a", "m: b c", "n: m"))
        .isEqualTo(
            """
        * n
        * m
        |\\
        | * c
        * | b
        |/
        * a""");
  }

  @Test
  void threeHeadsOnOneRevision() {
    assertThat(draw("a", "b: a", "c: a", "d: a"))
        .isEqualTo(
            """
        * d
        | * c
        |/
        | * b
        |/
        * a""");
  }

  @Test
  void aMergeOfThree() {
    assertThat(draw("a", "b: a", "c: a", "d: a", "m: b c d"))
        .isEqualTo(
            """
        * m
        |\\
        |\\ \\
        | | * d
        | * | c
        | |/
        * | b
        |/
        * a""");
  }

  @Test
  void twoBasesSideBySide() {
    assertThat(draw("a", "x", "b: a", "y: x", "m: b y"))
        .isEqualTo(
            """
        * m
        |\\
        | * y
        | * x
        * b
        * a""");
  }

  @Test
  void aBaseThatEndsOnTheLeft() {
    assertThat(draw("x", "a", "b: a", "c: x b"))
        .isEqualTo(
            """
        * c
        |\\
        | * b
        | * a
        * x""");
  }

  @Test
  void aLineThatSkipsRevisions() {
    assertThat(draw("a", "b: a", "c: b", "m: c a"))
        .isEqualTo(
            """
        * m
        |\\
        * | c
        * | b
        |/
        * a""");
  }

  @Test
  void lanesThatCrossOnTheWayToTheirParent() {
    GraphDrawing drawing = new GraphDrawing();
    List<String> rows = new ArrayList<>();
    for (List<String> revision :
        List.of(
            List.of("e", "a"),
            List.of("f", "b"),
            List.of("g", "c"),
            List.of("h", "a"),
            List.of("i", "d"))) {
      GraphDrawing.Rows drawn = drawing.add(revision.get(0), revision.subList(1, 2));
      rows.add(drawn.node() + " " + revision.get(0));
      rows.addAll(drawn.edges());
    }
    assertThat(String.join("\n", rows))
        .isEqualTo(
            """
        * e
        | * f
        | | * g
        | | | * h
        | |_|/
        |/| |
        | | | * i""");
  }

  @Test
  void everyRevisionIsDrawnOnceAndAboveItsParents() {
    String[] graph = {"a", "b: a", "c: a", "d: b", "e: c b", "f: d e", "g: a", "h: g f", "i: h"};
    List<String> nodes =
        draw(graph)
            .lines()
            .filter(line -> line.contains("*"))
            .map(line -> line.substring(line.length() - 1))
            .toList();
    assertThat(nodes).hasSize(graph.length).doesNotHaveDuplicates();
    for (RevisionEntry revision : revisions(graph)) {
      assertThat(revision.parents())
          .allSatisfy(
              parent ->
                  assertThat(nodes.indexOf(parent)).isGreaterThan(nodes.indexOf(revision.id())));
    }
  }

  @Test
  void furtherLinesOfARevisionStandBesideTheLanes() {
    List<String> lines =
        new HistoryGraph(text(), true).lines(reversed(revisions("a", "b: a", "c: a")));
    assertThat(lines).containsSequence("| * Rev: b", "| | Parent: a");
  }

  private static String draw(String... revisions) {
    return new HistoryGraph(text(), false)
        .lines(reversed(revisions(revisions))).stream()
            .map(line -> line.replaceAll(", message$", ""))
            .collect(Collectors.joining("\n"));
  }

  /** {@code m: b c} is a revision m with the parents b and c. */
  private static List<RevisionEntry> revisions(String... revisions) {
    List<RevisionEntry> entries = new ArrayList<>();
    for (String revision : revisions) {
      String[] parts = revision.split(": ");
      List<String> parents = parts.length == 1 ? List.of() : List.of(parts[1].split(" "));
      entries.add(
          new RevisionEntry(
              parts[0],
              "message",
              parts[0] + ".sql",
              parents,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Set.of()));
    }
    return entries;
  }

  private static List<RevisionEntry> reversed(List<RevisionEntry> revisions) {
    List<RevisionEntry> newestFirst = new ArrayList<>(revisions);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private static RevisionText text() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new RevisionText(new Terminal(nowhere, nowhere, null, false, null));
  }
}
