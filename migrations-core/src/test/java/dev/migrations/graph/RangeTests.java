package dev.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies between two targets. */
class RangeTests {

  private final RevisionGraph graph =
      TestGraphs.graph(
          "a",
          "b down a",
          "c1 down b label x",
          "c2 down b label y",
          "d1 down c1",
          "m down d1 c2",
          "n down m");

  @Test
  void bothEndsAreIncludedAndTheNewestIsFirst() {
    assertThat(range("b:d1")).containsExactly("d1", "c1", "b");
    assertThat(range("b:m")).containsExactly("m", "d1", "c2", "c1", "b");
    assertThat(range("b:b")).containsExactly("b");
  }

  @Test
  void anOpenEndIsTheBasesOrTheHeads() {
    assertThat(range(":c1")).containsExactly("c1", "b", "a");
    assertThat(range("d1:")).containsExactly("n", "m", "d1");
    assertThat(range("base:heads")).hasSize(7).startsWith("n").endsWith("a");
  }

  @Test
  void distancesCountFromCurrent() {
    assertThat(range("-1:current", "d1")).containsExactly("d1", "c1");
    assertThat(range("current:+1", "m")).containsExactly("n", "m");
    assertThat(range("-1:+1", "c1")).containsExactly("d1", "c1", "b");
    assertThat(range("c1:n-1", "a")).containsExactly("m", "d1", "c1");
  }

  @Test
  void aDistanceThatLeadsTooFarEndsAtTheLastOne() {
    assertThat(range("-9:current", "b")).containsExactly("b", "a");
    assertThat(range("current:+9", "m")).containsExactly("n", "m");
  }

  @Test
  void dependenciesLieInBetweenToo() {
    RevisionGraph other = TestGraphs.graph("p", "q", "r down p needs q");

    assertThat(other.range(List.of(), TargetRange.parse(":r"))).containsExactly("r", "q", "p");
    assertThat(other.range(List.of(), TargetRange.parse("q:r"))).containsExactly("r", "q");
  }

  @Test
  void whatHasNothingInBetweenIsRefused() {
    assertThatThrownBy(() -> range("d1:c2"))
        .isInstanceOf(EmptyRangeException.class)
        .hasMessageContaining("'d1:c2'");
    assertThatThrownBy(() -> range("n:a")).isInstanceOf(EmptyRangeException.class);
    assertThatThrownBy(() -> range("zz:a")).isInstanceOf(UnknownRevisionException.class);
  }

  @Test
  void onlyCurrentAndWhatCountsFromItNeedsADatabase() {
    assertThat(TargetRange.parse("a:head-1").needsCurrent()).isFalse();
    assertThat(TargetRange.parse("a:current").needsCurrent()).isTrue();
    assertThat(TargetRange.parse("-2:n").needsCurrent()).isTrue();
    assertThat(TargetRange.parse(":x@+1").needsCurrent()).isTrue();
  }

  private List<String> range(String range, String... current) {
    return graph.range(List.of(current), TargetRange.parse(range));
  }
}
