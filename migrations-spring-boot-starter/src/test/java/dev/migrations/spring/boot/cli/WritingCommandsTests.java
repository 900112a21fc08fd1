package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.graph.RevisionGraph;
import dev.migrations.script.RevisionScripts;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class WritingCommandsTests {

  private static final Path RESOURCES = Path.of("src", "main", "resources", "revisions");
  private static final Path CLASSES = Path.of("src", "main", "java", "revisions");

  @TempDir Path project;

  @BeforeEach
  void createSourceTree() throws IOException {
    Files.createDirectories(project.resolve("src").resolve("main"));
  }

  @Test
  void revisionWritesAClassOnTheHead() throws IOException {
    Answer answer =
        shell("shop").runWords("revision", "-m", "Add invoices", "--project=" + project);

    assertThat(answer.err()).isEmpty();
    assertThat(answer.status()).isZero();
    Path file = project.resolve(CLASSES).resolve("shop").resolve("AddInvoices.java");
    assertThat(answer.out()).contains("Wrote " + file, "Revision Add invoices, a00000000002 -> ");
    assertThat(Files.readString(file)).contains("down = \"a00000000002\"");
  }

  @Test
  void mergeWritesAFileThatJoinsAllHeads() {
    Answer answer =
        shell("heads")
            .runWords("merge", "-m", "Join", "--sql", "--rev-id=c0ffee", "--project=" + project);

    assertThat(answer.status()).isZero();
    Path file = project.resolve(RESOURCES).resolve("heads").resolve("join_c0ffee.sql");
    RevisionGraph graph =
        RevisionScripts.load(
                List.of("classpath:revisions/heads", file.getParent().toUri().toString()),
                List.of(),
                getClass().getClassLoader())
            .graph();
    assertThat(graph.heads()).containsExactly("c0ffee");
    assertThat(graph.revision("c0ffee").downRevisions())
        .containsExactlyInAnyOrder("b00000000002", "b00000000003");
  }

  @Test
  void squashWritesAFileThatReplacesTheRange() throws IOException {
    Answer answer =
        shell("shop")
            .runWords(
                "squash",
                ":a00000000002",
                "-m",
                "The shop",
                "--rev-id=c0ffee",
                "--project=" + project);

    assertThat(answer.err()).isEmpty();
    assertThat(answer.status()).isZero();
    Path file = project.resolve(RESOURCES).resolve("shop").resolve("the_shop_c0ffee.sql");
    assertThat(answer.out())
        .contains(
            "Wrote " + file,
            "Revision The shop, <base> -> c0ffee",
            "It replaces 2 revisions, up to a00000000002");
    assertThat(Files.readString(file)).contains("-- replaces: a00000000001, a00000000002");
  }

  @Test
  void aSquashWantsARange() {
    Answer answer =
        shell("shop").runWords("squash", "a00000000002", "-m", "x", "--project=" + project);

    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("FROM:TO or :TO, such as :a00000000002");
  }

  @Test
  void sqlAndJavaExcludeEachOther() {
    Answer answer = shell("shop").run("revision -m x --sql --java");

    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("--sql, --java are mutually exclusive");
  }

  @Test
  void severalHeadsAreRefusedByName() {
    Answer answer = shell("heads").runWords("revision", "-m", "Add", "--project=" + project);

    assertThat(answer.status()).isEqualTo(3);
    assertThat(answer.err()).contains("b00000000002", "b00000000003");
    assertThat(project.resolve(CLASSES)).doesNotExist();
  }

  @Test
  void aDirectoryWithoutSourcesIsRefused(@TempDir Path elsewhere) {
    Answer answer = shell("shop").runWords("revision", "-m", "Add", "--project=" + elsewhere);

    assertThat(answer.status()).isEqualTo(3);
    assertThat(answer.err()).contains("There is no src/main in", "--project");
  }

  @Test
  void aMessageIsRequired() {
    assertThat(shell("shop").run("revision").status()).isEqualTo(2);
  }

  private static TestShell shell(String revisions) {
    return new TestShell(new PGSimpleDataSource(), revisions);
  }
}
