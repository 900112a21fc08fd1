package dev.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that list revisions, on a project that is built, half built or not built. */
class ReadingMojosTests {

  @TempDir Path directory;

  private TestProject project;

  @BeforeEach
  void forkedProject() throws IOException {
    project = new TestProject(directory).sql("aaaa", "").sql("bbbb", "aaaa").sql("cccc", "aaaa");
  }

  @Test
  void listingsSpeakAlembicsWords() throws Exception {
    assertThat(project.run(new HeadsMojo()))
        .containsExactly("bbbb (head), The bbbb", "cccc (head), The cccc");
    assertThat(project.run(new BranchesMojo()))
        .containsExactly(
            "aaaa (branchpoint), The aaaa",
            "     -> bbbb (head), The bbbb",
            "     -> cccc (head), The cccc",
            "");
    assertThat(project.run(new HistoryMojo()))
        .containsExactly(
            "aaaa -> cccc (head), The cccc",
            "aaaa -> bbbb (head), The bbbb",
            "<base> -> aaaa (branchpoint), The aaaa");
  }

  @Test
  void showShowsTheHeadsUnlessTold() throws Exception {
    assertThat(project.run(new ShowMojo()))
        .contains("Rev: bbbb (head)", "Rev: cccc (head)")
        .doesNotContain("Rev: aaaa (branchpoint)");
  }

  @Test
  void aRangeAndTargetsAreUnderstood() throws Exception {
    HistoryMojo history = new HistoryMojo();
    history.range = "aaaa:bbbb";
    ShowMojo show = new ShowMojo();
    show.revisions = List.of("bbbb-1");

    assertThat(project.run(history))
        .containsExactly("aaaa -> bbbb (head), The bbbb", "<base> -> aaaa (branchpoint), The aaaa");
    assertThat(project.run(show))
        .contains(
            "Rev: aaaa (branchpoint)",
            "Parent: <base>",
            "Branches into: bbbb, cccc",
            "Path: db/revisions/aaaa.sql",
            "    The aaaa");
    history.graph = true;
    history.format = "json";
    assertThatThrownBy(() -> project.run(history))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("-Dgraph draws text; leave it out with -Dformat=json, which has the parents");
    history.graph = false;
    history.range = "current:";
    assertThatThrownBy(() -> project.run(history))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll(
            "No database is named", "-Dmigrations.url", "spring.datasource.url");
  }

  @Test
  void aBuildBetweenChangesNothing() throws Exception {
    List<String> before = project.run(new HistoryMojo());
    Path source = project.java("AddOrders", "dddd", "cccc", "");
    project.build(source);

    assertThat(project.run(new HistoryMojo()))
        .hasSize(before.size() + 1)
        .contains("cccc -> dddd (head), The dddd");
  }

  @Test
  void aLocationMayBeInsideOfAnother() throws Exception {
    Path built = project.java("AddOrders", "dddd", "bbbb", "");
    project.build(built);
    project.java("AddItems", "eeee", "dddd", "");
    HeadsMojo heads = new HeadsMojo();
    heads.locations = List.of("classpath:db", "classpath:db/revisions");

    assertThat(project.run(heads))
        .containsExactlyInAnyOrder("cccc (head), The cccc", "eeee (head), The eeee");
  }

  @Test
  void theSourcesCountNotWhatAnOlderBuildLeft() throws Exception {
    Path source = project.java("AddOrders", "dddd", "cccc", "");
    project.build(source);
    Files.delete(project.resources().resolve("db/revisions/bbbb.sql"));
    project.java("AddOrders", "eeee", "cccc", "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(project.run(new HeadsMojo())).containsExactly("eeee (head), The eeee");

    Files.delete(source);
    assertThat(project.run(new HeadsMojo())).containsExactly("cccc (head), The cccc");
  }

  @Test
  void aClassThatDoesNotCompileIsNamedWithItsErrors() throws Exception {
    project.java("AddOrders", "dddd", "cccc", "int x = \"\";");

    assertThatThrownBy(() -> project.run(new HeadsMojo()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("AddOrders.java", "incompatible types", "mvn compile");
  }

  @Test
  void faultyRevisionsAreAllNamedWithoutAStackTrace() throws Exception {
    project.sql("dddd", "bbxx");
    project.file(project.resources().resolve("db/revisions/wrong.sql"), "SELECT 1;\n");

    assertThatThrownBy(() -> project.run(new CheckGraphMojo()))
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessageContaining("wrong.sql");
  }

  @Test
  void theGraphCheckFailsOnSeveralHeads() throws Exception {
    assertThatThrownBy(() -> project.run(new CheckGraphMojo()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("2 heads", "bbbb (db/revisions/bbbb.sql)", "migrations:merge");

    project.sql("dddd", "bbbb, cccc");
    assertThat(project.run(new CheckGraphMojo()))
        .containsExactly("The graph is sound: 4 revisions, head dddd.");
  }

  @Test
  void ofSeveralProjectsThoseWithoutRevisionsArePassedOver() throws Exception {
    CurrentMojo current = new CurrentMojo();
    current.reactorProjects = List.of("one", "two");
    assertThatThrownBy(() -> project.run(current)).hasMessageContaining("No database is named");

    TestProject other = new TestProject(directory.resolve("other"));
    assertThat(other.run(current)).containsExactly("There are no revisions in this project.");
  }

  @Test
  void aProjectOfPackagingPomIsPassedOver() throws Exception {
    HeadsMojo mojo = new HeadsMojo();
    mojo.packaging = "pom";

    assertThat(project.run(mojo))
        .containsExactly("There are no revisions in a project of packaging pom.");
  }
}
