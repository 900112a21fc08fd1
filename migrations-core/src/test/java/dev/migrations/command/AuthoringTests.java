package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionNode;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is what an application loads, and the graph that was asked for. */
class AuthoringTests {

  @TempDir Path directory;

  private AuthoredProject project;

  @BeforeEach
  void emptyProject() {
    project = new AuthoredProject(directory);
  }

  @ParameterizedTest
  @EnumSource
  void aRevisionIsWrittenOnTheOnlyHead(RevisionFormat format) {
    WrittenRevision first =
        project.authoring().revision(NewRevision.of("Add customers").in(format), null, false);
    WrittenRevision second =
        project.authoring().revision(NewRevision.of("Add orders").in(format), null, false);

    assertThat(first.revision().id()).matches("[0-9a-f]{12}");
    RevisionScripts scripts = project.load();
    assertThat(scripts.graph().bases()).containsExactly(first.revision().id());
    assertThat(scripts.graph().heads()).containsExactly(second.revision().id());
    assertThat(loaded(scripts, second).node().downRevisions())
        .containsExactly(first.revision().id());
    assertThat(loaded(scripts, second).message()).isEqualTo("Add orders");
    assertThat(loaded(scripts, second).operations(Direction.UPGRADE)).isEmpty();
    assertThat(loaded(scripts, second).operations(Direction.DOWNGRADE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatWasAskedForStandsInTheFile(RevisionFormat format) {
    project.sql("aaaa", "base", false);
    project.sql("bbbb", "base", false);
    project.sql("cccc", "base", false);
    NewRevision wanted =
        NewRevision.of("Say \"hello\" to C:\\users, */ and \\u0022 + ünï — 你好 ${id}")
            .in(format)
            .withId("dddd")
            .withBranchLabels("shop", "payments")
            .withDependsOn("bbbb", "cccc@head");

    WrittenRevision written = project.authoring().revision(wanted, "aaaa", false);

    RevisionScript script = loaded(project.load(), written);
    assertThat(script.message()).isEqualTo(wanted.message());
    assertThat(script.node())
        .usingRecursiveComparison()
        .ignoringFields("origin")
        .isEqualTo(
            new RevisionNode(
                "dddd", List.of("aaaa"), List.of("bbbb", "cccc"), List.of("shop", "payments"), ""));
    assertThat(written.revision())
        .usingRecursiveComparison()
        .ignoringFields("origin")
        .isEqualTo(script.node());
  }

  @ParameterizedTest
  @EnumSource
  void aMergeJoinsAllHeads(RevisionFormat format) {
    project.sql("aaaa", "base", false);
    project.sql("bbbb", "aaaa", false);
    project.sql("cccc", "aaaa", true);

    WrittenRevision merge =
        project
            .authoring()
            .merge(NewRevision.of("Merge both").in(format).withId("dddd"), List.of(), false);

    assertThat(project.load().graph().heads()).containsExactly("dddd");
    assertThat(loaded(project.load(), merge).node().downRevisions())
        .containsExactlyInAnyOrder("bbbb", "cccc");
  }

  @Test
  void aMergeJoinsTheNamedRevisionsOnly() {
    for (String id : List.of("aaaa", "bbbb", "cccc")) {
      project.sql(id, "base", false);
    }

    project
        .authoring()
        .merge(NewRevision.of("Merge two").withId("dddd"), List.of("cccc", "aaaa"), false);

    assertThat(project.load().graph().heads()).containsExactlyInAnyOrder("bbbb", "dddd");
    assertThat(project.load().graph().revision("dddd").downRevisions())
        .containsExactly("cccc", "aaaa");
  }

  @Test
  void aSpliceStartsABranch() {
    project.sql("aaaa", "base", false);
    project.sql("bbbb", "aaaa", false);

    project.sql("cccc", "head-1", true);

    assertThat(project.load().graph().branchPoints()).containsExactly("aaaa");
    assertThat(project.load().graph().heads()).containsExactly("bbbb", "cccc");
  }

  @Test
  void aDependencyOnALabelKeepsTheLabel() {
    project.authoring().revision(NewRevision.of("Payments").withBranchLabels("pay"), null, false);

    WrittenRevision written =
        project.authoring().revision(NewRevision.of("Other").withDependsOn("pay"), "base", false);

    assertThat(loaded(project.load(), written).node().dependsOn()).containsExactly("pay");
  }

  @Test
  void anAnnotationThatIsLongIsBroken() throws Exception {
    String message = "Add the orders, their items, and everything else that the shop needs to sell";

    WrittenRevision written = project.authoring().revision(NewRevision.of(message), null, false);

    assertThat(Files.readString(written.file()))
        .contains("@Revision(\n    id = \"" + written.revision().id() + "\",\n    message = \"");
    assertThat(loaded(project.load(), written).message()).isEqualTo(message);
  }

  private static RevisionScript loaded(RevisionScripts scripts, WrittenRevision written) {
    return scripts.script(written.revision().id());
  }
}
