package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.RevisionGraphException;
import dev.migrations.graph.UnknownRevisionException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request that makes no sense is refused in words, and nothing is written. */
class AuthoringRefusalTests {

  @TempDir Path directory;

  private AuthoredProject project;
  private List<String> filesBefore;

  @BeforeEach
  void projectWithTwoHeads() {
    project = new AuthoredProject(directory);
    project.sql("aaaa", "base", false);
    project.sql("bbbb", "aaaa", false);
    project.sql("cccc", "aaaa", true);
    filesBefore = project.files();
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(project.files()).isEqualTo(filesBefore);
  }

  @Test
  void severalHeadsAreNamedWithTheOptions() {
    MigrationsException refusal = refusal(() -> revision(NewRevision.of("Add orders"), null));

    assertThat(refusal.description())
        .contains("2 heads", "bbbb (", "the_revision_bbbb_bbbb.sql", "The revision cccc");
    assertThat(refusal.action()).contains("--head=bbbb", "merge");
    assertThat(refusal(() -> revision(NewRevision.of("Add orders"), "head")).description())
        .contains("2 heads");
  }

  @Test
  void aParentThatIsNoHeadNeedsASplice() {
    MigrationsException refusal = refusal(() -> revision(NewRevision.of("Add orders"), "aaaa"));

    assertThat(refusal.description()).contains("no head", "aaaa", "The revision aaaa");
    assertThat(refusal.action()).contains("--splice");
  }

  @Test
  void anIdThatIsTakenIsNamedWithBothPlaces() {
    assertThatThrownBy(() -> revision(NewRevision.of("Add orders").withId("bbbb"), "cccc"))
        .isInstanceOf(RevisionGraphException.class)
        .hasMessageContainingAll("bbbb", "the_revision_bbbb_bbbb.sql", "AddOrders.java");
  }

  @Test
  void allThatIsWrongWithTheRevisionIsNamedAtOnce() {
    MigrationsException refusal =
        refusal(
            () ->
                revision(
                    NewRevision.of("Two\nlines").withId("../x").withBranchLabels("a,b", "a@b"),
                    "cccc"));

    assertThat(refusal.description()).contains("line break", "'../x'", "'a,b'", "'a@b'");
    assertThat(refusal(() -> revision(NewRevision.of("  "), "cccc")).description())
        .contains("the message is empty");
  }

  @Test
  void aWordOfTheTargetGrammarIsNoIdAndNoLabel() {
    assertThatThrownBy(
            () ->
                revision(
                    NewRevision.of("Add orders").withId("head").withBranchLabels("base"), "cccc"))
        .isInstanceOf(RevisionGraphException.class)
        .hasMessageContainingAll("'head' has a meaning", "'base' has a meaning");
  }

  @Test
  void unknownParentsAndDependenciesAreOfferedNearNames() {
    assertThatThrownBy(() -> revision(NewRevision.of("Add orders"), "bbbx"))
        .isInstanceOf(UnknownRevisionException.class)
        .hasMessageContaining("bbbb");
    assertThatThrownBy(() -> revision(NewRevision.of("Add orders").withDependsOn("ccbc"), "bbbb"))
        .isInstanceOf(UnknownRevisionException.class)
        .hasMessageContaining("cccc");
  }

  @Test
  void aTargetThatCountsFromADatabaseIsRefused() {
    assertThat(refusal(() -> revision(NewRevision.of("Add orders"), "+1")).description())
        .contains("'+1'", "database");
  }

  @Test
  void aMergeNeedsTwoParentsOfWhichNoneFollowsTheOther() {
    assertThat(refusal(() -> merge(List.of("bbbb"), false)).description())
        .contains("nothing to merge", "bbbb");
    assertThat(refusal(() -> merge(List.of("bbbb", "aaaa"), true)).description())
        .contains("ancestor of another parent", "aaaa");
    assertThat(refusal(() -> merge(List.of("bbbb", "aaaa"), false)).description())
        .contains("no head", "aaaa");
  }

  private void revision(NewRevision wanted, String head) {
    project.authoring().revision(wanted, head, false);
  }

  private void merge(List<String> revisions, boolean splice) {
    project.authoring().merge(NewRevision.of("Merge"), revisions, splice);
  }

  private static MigrationsException refusal(ThrowingCallable call) {
    AuthoringException refusal = catchThrowableOfType(AuthoringException.class, call);
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
