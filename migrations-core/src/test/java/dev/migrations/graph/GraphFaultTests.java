package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphFaultTests {

  @Test
  void anIdThatIsTakenTwiceNamesBothPlaces() {
    RevisionGraphException refused =
        refused(
            List.of(
                new RevisionNode("a1", List.of(), List.of(), List.of("x"), "one.sql"),
                new RevisionNode("a1", List.of(), List.of(), List.of("x"), "Two.java")));

    assertThat(refused.faults())
        .containsExactly(new GraphFault.DuplicateId("a1", List.of("one.sql", "Two.java")));
    assertThat(refused.description())
        .isEqualTo("Revision id a1 is taken 2 times: one.sql, Two.java.");
    assertThat(refused.action()).contains("id of its own");
  }

  @Test
  void aMissingParentOffersTheNearIds() {
    RevisionGraphException refused = refused(revisions("cafe1111", "b down cafe1112"));

    assertThat(refused.faults().get(0))
        .isInstanceOfSatisfying(
            GraphFault.MissingParent.class,
            fault -> {
              assertThat(fault.revision().id()).isEqualTo("b");
              assertThat(fault.parent()).isEqualTo("cafe1112");
              assertThat(fault.near()).containsExactly("cafe1111");
            });
    assertThat(refused.description())
        .contains("Revision b (b.sql) has the down revision cafe1112, which does not exist")
        .contains("did you mean cafe1111?");
    assertThat(refused.action()).contains("down revision", "missing file");
  }

  @Test
  void aParentCannotBeNamedByItsLabel() {
    assertThat(refused(revisions("a label x", "b down x")).faults())
        .hasOnlyElementsOfType(GraphFault.MissingParent.class);
  }

  @Test
  void aMissingDependencyNamesTheRevision() {
    RevisionGraphException refused = refused(revisions("a label billing", "b needs biling"));

    assertThat(refused.faults()).hasOnlyElementsOfType(GraphFault.MissingDependency.class);
    assertThat(refused.description())
        .contains("Revision b (b.sql) depends on biling", "did you mean billing?");
    assertThat(refused.action()).contains("dependency");
  }

  @Test
  void aCycleShowsTheWayRound() {
    RevisionGraphException refused =
        refused(revisions("a", "b down a d", "c down b", "d down c", "e down d"));

    assertThat(refused.faults()).singleElement().isInstanceOf(GraphFault.Cycle.class);
    GraphFault.Cycle cycle = (GraphFault.Cycle) refused.faults().get(0);
    assertThat(cycle.path()).extracting(RevisionNode::id).containsExactly("b", "d", "c");
    assertThat(cycle.throughDependency()).isFalse();
    assertThat(refused.description())
        .contains("in a cycle: b (b.sql) -> d (d.sql) -> c (c.sql) -> b.");
    assertThat(refused.action()).contains("Break the cycle");
  }

  @Test
  void aCycleMayGoThroughADependencyOrALabel() {
    RevisionGraphException refused = refused(revisions("a needs line", "b down a label line"));

    assertThat(refused.faults())
        .singleElement()
        .isInstanceOfSatisfying(
            GraphFault.Cycle.class, cycle -> assertThat(cycle.throughDependency()).isTrue());
    assertThat(refused.description()).contains("through dependencies");
  }

  @Test
  void aRevisionMayNotComeAfterItself() {
    assertThat(refused(revisions("a down a")).description()).contains("a (a.sql) -> a");
    assertThat(refused(revisions("a needs a")).description()).contains("through dependencies: a");
  }

  @Test
  void cyclesApartAreReportedApartAndCyclesThatShareARevisionTogether() {
    RevisionGraphException refused =
        refused(
            revisions(
                "a down b",
                "b down a",
                "c down d",
                "d down c",
                "e down f g",
                "f down e",
                "g down e"));

    assertThat(refused.faults()).hasSize(3).hasOnlyElementsOfType(GraphFault.Cycle.class);
    assertThat(((GraphFault.Cycle) refused.faults().get(2)).revisions())
        .extracting(RevisionNode::id)
        .containsExactly("e", "f", "g");
    assertThat(refused.faults().get(2).message()).contains("tied into it are g (g.sql)");
  }

  @Test
  void aLabelThatIsTakenTwiceNamesBothRevisions() {
    RevisionGraphException refused = refused(revisions("a label x", "b down a label x"));

    assertThat(refused.faults()).hasOnlyElementsOfType(GraphFault.LabelTaken.class);
    assertThat(refused.description())
        .isEqualTo("Branch label x is given by 2 revisions: a (a.sql), b (b.sql).");
    assertThat(refused.action()).contains("on one revision only");
  }

  @Test
  void aLabelMayNotBeAnId() {
    RevisionGraphException refused = refused(revisions("a", "b down a label a"));

    assertThat(refused.faults()).hasOnlyElementsOfType(GraphFault.LabelEqualsId.class);
    assertThat(refused.description())
        .contains("Revision b (b.sql) gives the branch label a", "the revision in a.sql");
    assertThat(refused.action()).contains("another branch label");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a@b",
        "a-b",
        "a+b",
        "a:b",
        "a b",
        "a\tb",
        "a\u00a0b",
        "a\u0000",
        "head",
        "heads",
        "base",
        "current"
      })
  void anIdOrLabelThatTargetsCannotNameIsIllegal(String name) {
    RevisionGraphException id =
        refused(List.of(new RevisionNode(name, List.of(), List.of(), List.of(), "one.sql")));
    RevisionGraphException label =
        refused(List.of(new RevisionNode("a", List.of(), List.of(), List.of(name), "one.sql")));

    assertThat(id.faults()).hasOnlyElementsOfType(GraphFault.IllegalId.class);
    assertThat(id.description()).contains("'" + name + "' (one.sql) is not allowed: ");
    assertThat(id.action()).contains("without @ - + : and white space");
    assertThat(label.faults()).hasOnlyElementsOfType(GraphFault.IllegalLabel.class);
    assertThat(label.description()).contains("'" + name + "' of revision a (one.sql)");
    assertThat(label.action()).contains("without @ - + : and white space");
  }

  @Test
  void allFaultsAreListedAndEachAdviceIsGivenOnce() {
    RevisionGraphException refused =
        refused(
            revisions(
                "a", "a", "b down q", "c down r", "d needs s", "e down f", "f down e", "g:h"));

    assertThat(refused.faults()).hasSize(6);
    assertThat(refused.description())
        .startsWith("The revision graph has 6 faults:")
        .contains("id a is taken", "revision q", "revision r")
        .contains("depends on s", "e (e.sql) -> f", "'g:h'");
    assertThat(refused.action()).containsOnlyOnce("Correct the down revision");
  }

  @Test
  void aParentOrLabelThatIsNamedTwiceCountsOnce() {
    RevisionGraph graph = RevisionGraph.of(revisions("a label x x", "b down a a needs a x"));

    assertThat(graph.requirements("b")).containsExactly("a");
    assertThat(graph.branchPoints()).isEmpty();
  }

  private static RevisionGraphException refused(List<RevisionNode> revisions) {
    RevisionGraphException refused =
        catchThrowableOfType(RevisionGraphException.class, () -> RevisionGraph.of(revisions));
    assertThat(refused).isNotNull();
    return refused;
  }
}
