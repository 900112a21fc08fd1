package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions that cannot stand for the range that they name. */
class ReplacementFaultTests {

  @Test
  void aRangeThatBeginsElsewhereShowsWhereItBegins() {
    assertThat(refused("a", "b down a", "c down b", "d down c", "s replaces b c").description())
        .isEqualTo(
            "Revision s (s.sql) has no down revision, but the range that it replaces has down"
                + " revision a.");
    assertThat(
            refused("a", "b down a", "z", "c down b needs z", "s down a replaces b c")
                .description())
        .contains("has down revision a, but the range", "has down revision a and depends on z.");
  }

  @Test
  void aMissingMemberInTheListIsSeenByTheBeginningOfTheRange() {
    assertThat(refused("a", "b down a", "c down b", "d down c", "s down a replaces b d").faults())
        .hasAtLeastOneElementOfType(GraphFault.RangeBeginsElsewhere.class);
  }

  @Test
  void aRangeHasOneEndWhichIsNamedLast() {
    assertThat(refused("a", "b down a", "c down a", "s replaces a b c").faults())
        .singleElement()
        .isInstanceOfSatisfying(
            GraphFault.RangeWithOtherEnds.class,
            fault -> {
              assertThat(fault.end()).isEqualTo("c");
              assertThat(fault.others()).extracting(RevisionNode::id).containsExactly("b");
            });
    assertThat(refused("a", "b down a", "s replaces b a").description())
        .contains("replaces a range that ends in a, but b (b.sql) is there without being required");
  }

  @Test
  void noRevisionLeavesARangeInItsMiddle() {
    for (String outside : new String[] {"x down b", "x needs b"}) {
      assertThat(refused("a", "b down a", "c down b", "s replaces a b c", outside).description())
          .isEqualTo(
              "Revision x (x.sql) comes after b, which is inside of the range that s (s.sql)"
                  + " replaces; the range ends in c.");
    }
    assertThat(refused("s replaces a b c", "x down b").faults())
        .singleElement()
        .isInstanceOf(GraphFault.RangeNamedInside.class);
  }

  @Test
  void noRevisionIsReplacedTwice() {
    assertThat(refused("a", "b down a", "s replaces a b", "t replaces a b").faults())
        .contains(
            new GraphFault.ReplacedTwice(
                List.of("a", "b"), revisions("s replaces a b", "t replaces a b")));
  }

  @Test
  void noRevisionReplacesItself() {
    assertThat(refused("a", "s down a replaces s").description())
        .isEqualTo("Revision s (s.sql) replaces itself.");
    assertThat(refused("s replaces t", "t replaces s").faults())
        .hasSize(2)
        .hasOnlyElementsOfType(GraphFault.ReplacesItself.class);
  }

  @Test
  void aReplacementDoesNotFollowItsOwnRange() {
    assertThat(refused("a", "b down a", "s down b replaces a b").faults()).isNotEmpty();
  }

  @Test
  void faultsInsideOfARangeAreFoundToo() {
    assertThat(refused("a", "b down a label x", "b2 down b label x", "s replaces a b b2").faults())
        .hasOnlyElementsOfType(GraphFault.LabelTaken.class);
  }

  @Test
  void aLabelMayBeOnTheRangeAndOnItsReplacement() {
    RevisionGraph graph =
        TestGraphs.graph("a label x", "b down a", "s label x replaces a b", "c down b");

    assertThat(graph.labelsOf("c")).containsExactly("x");
  }

  private static RevisionGraphException refused(String... lines) {
    return catchThrowableOfType(
        RevisionGraphException.class, () -> RevisionGraph.of(revisions(lines)));
  }
}
