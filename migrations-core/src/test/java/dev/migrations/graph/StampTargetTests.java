package dev.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A stamp moves the rows as a run would. */
class StampTargetTests {

  private final RevisionGraph graph =
      TestGraphs.graph(
          "a", "b down a", "c1 down b label x", "c2 down b label y", "m down c1 c2", "n down m");

  @Test
  void goesUpToWhatIsNotApplied() {
    assertThat(stamp("n")).containsExactly("n");
    assertThat(stamp("c2", "c1")).containsExactly("c1", "c2");
    assertThat(stamp("head", "a")).containsExactly("n");
    assertThat(stamp("+1", "a")).containsExactly("b");
  }

  @Test
  void goesDownToWhatIsApplied() {
    assertThat(stamp("b", "c1", "c2")).containsExactly("b");
    assertThat(stamp("-1", "n")).containsExactly("m");
    assertThat(stamp("n-1", "n")).containsExactly("m");
    assertThat(stamp("base", "n")).isEmpty();
  }

  @Test
  void belowAMergeItsOtherParentStays() {
    assertThat(stamp("c1", "m")).containsExactly("c1", "c2");
    assertThat(stamp("-1", "m")).containsExactly("c1", "c2");
  }

  @Test
  void theBaseOfABranchTakesTheBranchAlone() {
    assertThat(stamp("x@base", "c1", "c2")).containsExactly("c2");
  }

  @Test
  void whatIsSetStays() {
    assertThat(stamp("head", "n")).containsExactly("n");
    assertThat(stamp("current", "c1", "c2")).containsExactly("c1", "c2");
    assertThat(stamp("current")).isEmpty();
    assertThat(stamp("c1", "c1")).containsExactly("c1");
  }

  @Test
  void whatIsNotClearIsRefused() {
    assertThatThrownBy(() -> stamp("-1", "c1", "c2"))
        .isInstanceOf(SeveralCurrentRevisionsException.class);
    assertThatThrownBy(() -> stamp("m-1", "a")).isInstanceOf(AmbiguousWalkException.class);
    assertThatThrownBy(() -> stamp("zzzz")).isInstanceOf(UnknownRevisionException.class);
  }

  @Test
  void rowsForAreThoseThatNothingElseRequires() {
    assertThat(graph.rowsFor(List.of("a", "c1", "b"))).containsExactly("c1");
    assertThat(graph.rowsFor(List.of("c2", "c1"))).containsExactly("c1", "c2");
    assertThat(graph.rowsFor(List.of())).isEmpty();
  }

  private List<String> stamp(String target, String... current) {
    return graph.stamp(List.of(current), target).rowsAfter();
  }
}
