package dev.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that write revisions, on a project directory. */
class AuthoringMojosTests {

  @TempDir Path directory;

  private TestProject project;

  @BeforeEach
  void emptyProject() {
    project = new TestProject(directory);
  }

  @Test
  void aRevisionIsWrittenAndItsPathIsPrinted() throws Exception {
    List<String> output = project.run(revision("Add orders"));

    Path file = project.sources().resolve("db/revisions/AddOrders.java");
    assertThat(output).first().isEqualTo("Wrote " + file);
    assertThat(output.get(1)).matches("Revision Add orders, <base> -> [0-9a-f]{12}");
    assertThat(file).content().contains("message = \"Add orders\"");
  }

  @Test
  void revisionsFollowEachOtherWithoutABuildBetweenThem() throws Exception {
    project.run(revision("Add customers"));
    RevisionMojo second = revision("Add orders");
    second.sql = true;
    project.run(second);
    project.run(revision("Add items"));

    assertThat(project.run(new HistoryMojo()))
        .satisfiesExactly(
            line -> assertThat(line).endsWith(" (head), Add items"),
            line -> assertThat(line).endsWith(", Add orders"),
            line -> assertThat(line).startsWith("<base> -> ").endsWith(", Add customers"));
  }

  @Test
  void everyOptionArrivesInTheFile() throws Exception {
    project.sql("aaaa", "").sql("bbbb", "aaaa").sql("cccc", "");
    RevisionMojo mojo = revision("Add orders");
    mojo.sql = true;
    mojo.head = "aaaa";
    mojo.splice = true;
    mojo.revId = "dddd";
    mojo.branchLabel = List.of("shop", "orders");
    mojo.dependsOn = List.of("cccc");
    mojo.datePattern = "'x'yyyy";

    project.run(mojo);

    try (var files = Files.list(project.resources().resolve("db/revisions"))) {
      assertThat(files)
          .filteredOn(file -> file.toString().endsWith("_add_orders_dddd.sql"))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(file)
                      .content()
                      .startsWith(
                          """
                          -- revision: dddd
                          -- down-revision: aaaa
                          -- depends-on: cccc
                          -- branch-labels: shop, orders
                          -- message: Add orders
                          """));
    }
  }

  @Test
  void aRangeIsSquashedIntoARevisionThatReplacesIt() throws Exception {
    project.sql("aaaa", "").sql("bbbb", "aaaa");
    SquashMojo squash = new SquashMojo();
    squash.range = ":bbbb";
    assertThatThrownBy(() -> project.run(squash)).hasMessageContaining("the message is empty");
    squash.message = "The first year";
    squash.revId = "cccc";

    assertThat(project.run(squash)).last().asString().startsWith("It replaces 2 revisions");
    assertThat(project.resources().resolve("db/revisions/the_first_year_cccc.sql")).exists();
  }

  @Test
  void severalHeadsAreRefusedInWordsAndMergedOnRequest() throws Exception {
    project.sql("aaaa", "").sql("bbbb", "");

    assertThatThrownBy(() -> project.run(revision("Add orders")))
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessageContainingAll("2 heads", "aaaa", "bbbb", "-Dhead=aaaa", "merge");

    MergeMojo merge = new MergeMojo();
    merge.message = "Merge both";
    assertThat(project.run(merge).get(1))
        .matches("Revision Merge both, aaaa, bbbb -> [0-9a-f]{12}");
    assertThat(project.run(new CheckGraphMojo()).get(0)).startsWith("The graph is sound: 3 rev");
  }

  @Test
  void aFormatIsChosenOnce() throws Exception {
    RevisionMojo both = revision("Add orders");
    both.sql = true;
    both.java = true;
    assertThatThrownBy(() -> project.run(both)).hasMessageContaining("'sql' and 'java'");

    assertThatThrownBy(() -> project.run(revision(null)))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("the message is empty");
  }

  @Test
  void severalProjectsAtOnceGetNoRevision() throws IOException {
    RevisionMojo mojo = revision("Add orders");
    mojo.reactorProjects = List.of("one", "two");

    assertThatThrownBy(() -> project.run(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("2 projects", "-pl <module>");
    assertThat(project.sources()).doesNotExist();
  }

  private static RevisionMojo revision(String message) {
    RevisionMojo mojo = new RevisionMojo();
    mojo.message = message;
    return mojo;
  }
}
