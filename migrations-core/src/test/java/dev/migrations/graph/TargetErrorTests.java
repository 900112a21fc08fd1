package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What somebody reads who asks for a target that cannot be reached. */
class TargetErrorTests {

  private final RevisionGraph graph =
      graph(
          "a0000000",
          "b0000000 down a0000000",
          "cafe1111 down b0000000 label billing",
          "cafe2222 down b0000000 label stock",
          "d0000000 down cafe1111",
          "m0000000 needs cafe2222 label audit");

  @Test
  void anUnknownRevisionOffersTheNearOnes() {
    UnknownRevisionException refused =
        refused(UnknownRevisionException.class, () -> graph.upgrade(List.of(), "cafe1121"));

    assertThat(refused.target()).isEqualTo("cafe1121");
    assertThat(refused.name()).isEqualTo("cafe1121");
    assertThat(refused.near()).containsExactly("cafe1111");
    assertThat(refused.description()).contains("no revision and no branch label 'cafe1121'");
    assertThat(refused.action()).isEqualTo("Did you mean cafe1111?");
  }

  @Test
  void swappedMissingAndWrongCharactersAreNear() {
    assertThat(near("acfe1111")).containsExactly("cafe1111");
    assertThat(near("afe1111")).containsExactly("cafe1111");
    assertThat(near("CAFE1111")).containsExactly("cafe1111");
    assertThat(near("cafd11")).containsExactly("cafe1111");
    assertThat(near("biling")).containsExactly("billing");
    assertThat(near("bill")).containsExactly("billing");
    assertThat(near("b0000022")).containsExactly("b0000000");
    assertThat(near("ffffffff")).isEmpty();
  }

  @Test
  void aRevisionThatNothingIsNearToSaysWhereToLook() {
    UnknownRevisionException refused =
        refused(UnknownRevisionException.class, () -> graph.upgrade(List.of(), "ffff@head"));

    assertThat(refused.name()).isEqualTo("ffff");
    assertThat(refused.description()).contains("'ffff'", "'ffff@head'");
    assertThat(refused.action()).contains("file or class");
  }

  @Test
  void anAmbiguousPrefixListsTheCandidates() {
    AmbiguousPrefixException refused =
        refused(AmbiguousPrefixException.class, () -> graph.upgrade(List.of(), "cafe"));

    assertThat(refused.candidates())
        .extracting(RevisionNode::id)
        .containsExactly("cafe1111", "cafe2222");
    assertThat(refused.description())
        .contains("2 revisions start with 'cafe'", "cafe1111 (cafe1111.sql)", "cafe2222");
    assertThat(refused.action()).contains("more characters");
  }

  @Test
  void aPrefixThatIsTooShortListsTheCandidates() {
    PrefixTooShortException refused =
        refused(PrefixTooShortException.class, () -> graph.downgrade(List.of(), "b00"));

    assertThat(refused.candidates()).extracting(RevisionNode::id).containsExactly("b0000000");
    assertThat(refused.description()).contains("'b00' is too short", "b0000000 (b0000000.sql)");
    assertThat(refused.action()).contains("at least 4 characters");
  }

  @Test
  void severalHeadsAreListedWithTheirOrigins() {
    MultipleHeadsException refused =
        refused(MultipleHeadsException.class, () -> graph.upgrade(List.of(), "head"));

    assertThat(refused.heads())
        .extracting(RevisionNode::id)
        .containsExactly("cafe2222", "d0000000", "m0000000");
    assertThat(refused.description())
        .contains("'head' needs one head, but the revision graph has 3")
        .contains("cafe2222 (cafe2222.sql)", "d0000000 (d0000000.sql)", "m0000000 (m0000000.sql)");
    assertThat(refused.action())
        .contains("'heads'", "'label@head'", "merge revision", "cafe2222, d0000000, m0000000");
  }

  @Test
  void severalHeadsOfABranchNameTheBranch() {
    assertThat(refused(MultipleHeadsException.class, () -> graph.upgrade(List.of(), "b000@head-1")))
        .hasMessageContaining("'b000@head-1'")
        .hasMessageContaining("the branch 'b000' has 2");
    assertThat(refused(MultipleHeadsException.class, () -> graph.downgrade(List.of(), "heads")))
        .hasMessageContaining("'heads' needs one head");
  }

  @Test
  void aRevisionOutsideTheBranchIsNamed() {
    NotInBranchException refused =
        refused(NotInBranchException.class, () -> graph.upgrade(List.of(), "billing@cafe2222"));

    assertThat(refused.revision().id()).isEqualTo("cafe2222");
    assertThat(refused.branch()).isEqualTo("billing");
    assertThat(refused.description())
        .contains("cafe2222 (cafe2222.sql) is not in the branch 'billing'");
    assertThat(refused.action()).contains("billing@");
    refused(NotInBranchException.class, () -> graph.downgrade(List.of("d0000000"), "stock@d000"));
  }

  @Test
  void aRevisionThatIsNotAppliedIsNoDowngradeTarget() {
    NotADowngradeTargetException refused =
        refused(
            NotADowngradeTargetException.class,
            () -> graph.downgrade(List.of("b0000000"), "d0000000"));

    assertThat(refused.revision().id()).isEqualTo("d0000000");
    assertThat(refused.current()).extracting(RevisionNode::id).containsExactly("b0000000");
    assertThat(refused.description())
        .contains("current (b0000000)", "d0000000 (d0000000.sql)", "it is not applied");
    assertThat(refused.action()).contains("upgrade to this one");
  }

  @Test
  void aRevisionWithoutAppliedChildrenIsNoDowngradeTarget() {
    assertThat(
            refused(
                NotADowngradeTargetException.class,
                () -> graph.downgrade(List.of("m0000000"), "stock")))
        .hasMessageContaining("it is applied, and no child of it")
        .hasMessageContaining("Name a revision with an applied child");
    refused(
        NotADowngradeTargetException.class,
        () -> graph.downgrade(List.of("d0000000"), "stock@b0000000"));
  }

  @Test
  void anOvershootWithNothingThereSaysSo() {
    assertThat(refused(OvershootException.class, () -> graph.upgrade(List.of(), "d000+1")))
        .hasMessageContaining("'d000+1' is too far: +1 from d0000000, but no revision follows.");
    assertThat(refused(OvershootException.class, () -> graph.downgrade(List.of(), "-1")))
        .hasMessageContaining("-1 from base, but no revision can be taken back.");
    assertThat(
            refused(
                OvershootException.class,
                () -> graph.downgrade(List.of("cafe2222"), "billing@-1").steps()))
        .hasMessageContaining("'billing@-1'");
    refused(OvershootException.class, () -> graph.upgrade(List.of(), "base-1"));
  }

  @Test
  void aWalkListsTheWaysAtABranchPoint() {
    AmbiguousWalkException refused =
        refused(AmbiguousWalkException.class, () -> graph.upgrade(List.of("a0000000"), "+3"));

    assertThat(refused.at()).isEqualTo("b0000000");
    assertThat(refused.choices())
        .extracting(RevisionNode::id)
        .containsExactly("cafe1111", "cafe2222");
    assertThat(refused.description())
        .contains("'+3' cannot go on at b0000000, which has 2 children")
        .contains("cafe1111 (cafe1111.sql)", "cafe2222 (cafe2222.sql)");
    assertThat(refused.action()).contains("'label@+3'", "'cafe1111@+3'");
    assertThat(graph.upgrade(List.of("a0000000"), "cafe1111@+3").rowsAfter())
        .containsExactly("d0000000");
  }

  @Test
  void aWalkListsTheBasesWhenThereAreSeveral() {
    assertThat(refused(AmbiguousWalkException.class, () -> graph.upgrade(List.of(), "+1")))
        .hasMessageContaining("base, which has 2 revisions above it")
        .hasMessageContaining("m0000000");
  }

  @Test
  void aWalkListsTheParentsWhenItWouldCrossAMerge() {
    RevisionGraph merge =
        graph("a000", "x100 down a000", "y100 down a000", "d000 down x100 y100", "e000 down d000");

    assertThat(refused(AmbiguousWalkException.class, () -> merge.downgrade(List.of("d000"), "-2")))
        .hasMessageContaining("d000, which has 2 parents")
        .hasMessageContaining("'x100@-2'");
    assertThat(merge.downgrade(List.of("d000"), "x100@-2").rowsAfter()).containsExactly("y100");
    refused(AmbiguousWalkException.class, () -> merge.upgrade(List.of(), "d000-1"));
  }

  @Test
  void aDirectionThatContradictsTheTargetIsRefused() {
    WrongDirectionException down =
        refused(WrongDirectionException.class, () -> graph.upgrade(List.of("a0000000"), "-1"));
    WrongDirectionException up =
        refused(
            WrongDirectionException.class,
            () -> graph.downgrade(List.of("a0000000"), "billing@+1"));

    assertThat(down.direction()).isEqualTo(Direction.UPGRADE);
    assertThat(down).hasMessageContaining("'-1'").hasMessageContaining("Use downgrade");
    assertThat(up.direction()).isEqualTo(Direction.DOWNGRADE);
    assertThat(up).hasMessageContaining("'billing@+1'").hasMessageContaining("Use upgrade");
  }

  @Test
  void plusFromSeveralRowsIsRefusedToo() {
    SeveralCurrentRevisionsException refused =
        refused(
            SeveralCurrentRevisionsException.class,
            () -> graph.upgrade(List.of("cafe1111", "cafe2222"), "+1"));

    assertThat(refused.current()).hasSize(2);
    assertThat(refused.action()).contains("label@+1", "billing, stock", "cafe1111+1");
  }

  @Test
  void theRevisionOfAnIdMustBeThere() {
    assertThatThrownBy(() -> graph.revision("cafe")).isInstanceOf(UnknownRevisionException.class);
    assertThatThrownBy(() -> graph.children("cafe1112")).hasMessageContaining("cafe1111");
  }

  private List<String> near(String typed) {
    return refused(UnknownRevisionException.class, () -> graph.resolve(List.of(), typed)).near();
  }

  private static <T extends TargetException> T refused(Class<T> type, ThrowingCallable call) {
    T refused = catchThrowableOfType(type, call);
    assertThat(refused).isNotNull();
    return refused;
  }
}
