package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.graph;
import static dev.migrations.graph.TestGraphs.revisions;
import static dev.migrations.graph.TestGraphs.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where this planner differs from Alembic's on purpose; numbered as in the design. */
class DifferencesFromAlembicTests {

  private final RevisionGraph branches =
      graph(
          "a0000000",
          "b0000000 down a0000000",
          "x1000000 down b0000000 label billing",
          "x2000000 down x1000000",
          "y1000000 down b0000000 label stock",
          "y2000000 down y1000000");
  private final RevisionGraph merge =
      graph(
          "a0000000",
          "x1000000 down a0000000 label billing",
          "y1000000 down a0000000 label stock",
          "d0000000 down x1000000 y1000000",
          "e0000000 down d0000000");

  @Test
  void difference1AllFaultsAreReportedAtOnce() {
    assertThatThrownBy(
            () ->
                RevisionGraph.of(
                    revisions("a a", "b down nothing", "b", "c needs nobody", "d down d")))
        .isInstanceOfSatisfying(
            RevisionGraphException.class, refused -> assertThat(refused.faults()).hasSize(4));
  }

  @Test
  void difference2AShortPrefixIsRefusedAndALabelHasNoPrefixes() {
    assertThatThrownBy(() -> branches.resolve(List.of(), "x1"))
        .isInstanceOf(PrefixTooShortException.class);
    assertThatThrownBy(() -> branches.resolve(List.of(), "billi"))
        .isInstanceOf(UnknownRevisionException.class);
  }

  @Test
  void difference3BaseOfABranchLeavesTrunkAndSiblings() {
    Plan plan = branches.downgrade(List.of("x2000000", "y2000000"), "billing@base");

    assertThat(steps(plan)).containsExactly("x2000000", "x1000000");
    assertThat(plan.rowsAfter()).containsExactly("y2000000");
    assertThat(branches.downgrade(List.of("x2000000"), "billing@base").rowsAfter())
        .containsExactly("b0000000");
  }

  @Test
  void difference3BaseOfABranchThatIsNotAppliedIsReached() {
    assertThat(branches.downgrade(List.of("y2000000"), "billing@base").isEmpty()).isTrue();
  }

  @Test
  void difference3BaseOfABranchTakesItsMergeBackButNotTheOtherParent() {
    Plan plan = merge.downgrade(List.of("e0000000"), "billing@base");

    assertThat(steps(plan)).containsExactly("e0000000", "d0000000", "x1000000");
    assertThat(plan.rowsAfter()).containsExactly("y1000000");
  }

  @Test
  void difference3BaseOfALineOfItsOwnGoesDownToItsFirstRevision() {
    RevisionGraph lines =
        graph("a0000000", "b0000000 down a0000000 label one", "m0000000 label two");

    assertThat(lines.downgrade(List.of("b0000000", "m0000000"), "one@base").rowsAfter())
        .containsExactly("m0000000");
  }

  @Test
  void difference4MinusFromSeveralRowsIsRefused() {
    assertThatThrownBy(() -> branches.downgrade(List.of("y1000000", "x2000000"), "-1"))
        .isInstanceOfSatisfying(
            SeveralCurrentRevisionsException.class,
            refused -> {
              assertThat(refused.current())
                  .extracting(RevisionNode::id)
                  .containsExactly("x2000000", "y1000000");
              assertThat(refused.description())
                  .contains("'-1'", "2 revisions are current")
                  .contains("x2000000 (x2000000.sql)", "y1000000 (y1000000.sql)");
              assertThat(refused.action())
                  .contains("label@-1", "billing, stock", "x2000000@-1", "id-1", "x2000000-1");
            });
  }

  @Test
  void difference4MinusFromAMergeTakesOnlyTheMergeBack() {
    Plan plan = merge.downgrade(List.of("d0000000"), "-1");

    assertThat(steps(plan)).containsExactly("d0000000");
    assertThat(plan.rowsAfter()).containsExactly("x1000000", "y1000000");
    assertThat(merge.downgrade(List.of("d0000000"), "d000-1")).isEqualTo(plan);
    assertThat(merge.downgrade(List.of("d0000000"), "billing@-1")).isEqualTo(plan);
    assertThat(merge.downgrade(List.of("e0000000"), "-2").rowsAfter()).isEqualTo(plan.rowsAfter());
  }

  @Test
  void difference5ARelativeTargetCountsFromCurrent() {
    assertThat(branches.resolve(List.of("x2000000"), "-1")).containsExactly("x1000000");
    assertThat(branches.resolve(List.of("x1000000"), "+1")).containsExactly("x2000000");
    assertThat(merge.resolve(List.of("d0000000"), "-1")).containsExactly("x1000000", "y1000000");
  }

  @Test
  void difference6WhatIsAppliedNeedsNoUpgrade() {
    Plan plan = branches.upgrade(List.of("x2000000"), "a0000000");

    assertThat(plan)
        .isEqualTo(
            new Plan(Direction.UPGRADE, List.of("x2000000"), List.of("x2000000"), List.of()));
  }

  @Test
  void difference6AnOvershootTellsTheDistance() {
    assertThatThrownBy(() -> branches.upgrade(List.of("x1000000"), "+5"))
        .isInstanceOfSatisfying(
            OvershootException.class,
            refused -> {
              assertThat(refused.start()).isEqualTo("x1000000");
              assertThat(refused.distance()).isEqualTo(5);
              assertThat(refused.available()).isEqualTo(1);
              assertThat(refused.description())
                  .contains("+5 from x1000000, but only 1 revision follows");
              assertThat(refused.action()).contains("+1", "head");
            });
    assertThatThrownBy(() -> branches.downgrade(List.of("x1000000"), "-4"))
        .isInstanceOf(OvershootException.class)
        .hasMessageContaining("-4 from x1000000, but only 3 revisions can be taken back")
        .hasMessageContaining("Use -3, or 'base'");
  }

  @Test
  void difference7TiesFollowTheLoadOrder() {
    assertThat(steps(graph("c", "a", "b").upgrade(List.of(), "heads")))
        .containsExactly("c", "a", "b");
    assertThat(steps(graph("b", "c", "a").upgrade(List.of(), "heads")))
        .containsExactly("b", "c", "a");
  }

  @Test
  void difference8ADatabaseAheadOfTheApplicationIsAStateOfItsOwn() {
    assertThatThrownBy(() -> branches.upgrade(List.of("zz2", "x1000000", "zz1"), "heads"))
        .isInstanceOfSatisfying(
            UnknownCurrentRevisionException.class,
            refused -> {
              assertThat(refused.revisions()).containsExactly("zz1", "zz2");
              assertThat(refused.description()).contains("zz1, zz2").doesNotContain("x1000000");
            });
    assertThatThrownBy(() -> branches.downgrade(List.of("zz1"), "base"))
        .isInstanceOf(UnknownCurrentRevisionException.class);
    assertThatThrownBy(() -> branches.applied(List.of("zz1")))
        .isInstanceOf(UnknownCurrentRevisionException.class);
  }
}
