package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are called after what they do, and never hide or overwrite another. */
class FileNamesTests {

  private static final String ID = "7c1f0a9be2d4";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add orders | add_orders_7c1f0a9be2d4.sql | AddOrders.java",
        "  Grüße, für 2 Kunden! | gru_e_fur_2_kunden_7c1f0a9be2d4.sql | GruEFur2Kunden.java",
        "2FA for all | 2fa_for_all_7c1f0a9be2d4.sql | R2faForAll.java",
        "你好 | 7c1f0a9be2d4.sql | R7c1f0a9be2d4.java",
        "Override | override_7c1f0a9be2d4.sql | Override_7c1f0a9be2d4.java",
        "Revision | revision_7c1f0a9be2d4.sql | Revision_7c1f0a9be2d4.java",
      })
  void aMessageBecomesAName(String message, String sql, String java) throws IOException {
    assertThat(write(message, RevisionFormat.SQL, null)).isEqualTo("resources/db/revisions/" + sql);
    assertThat(write(message, RevisionFormat.JAVA, null)).isEqualTo("java/db/revisions/" + java);
  }

  @ParameterizedTest
  @CsvSource({
    "aaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb, aaaaaaaaaaaaaaaaaaa_bbbbbbbbbbbbbbbbbbbb",
    "aaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbb, aaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  })
  void aLongMessageIsCutBetweenWordsAtFortyCharacters(String message, String slug) {
    assertThat(Slug.of(message).snakeCase()).isEqualTo(slug).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void aDateStandsInFrontWhereItIsConfigured() throws IOException {
    assertThat(write("Add orders", RevisionFormat.SQL, "yyyy_MM_dd"))
        .endsWith("/2026_11_23_add_orders_7c1f0a9be2d4.sql");
    assertThat(write("Add orders", RevisionFormat.JAVA, "yyyyMMdd"))
        .endsWith("/R20261123_AddOrders.java");
  }

  @ParameterizedTest
  @CsvSource({"yyyy/MM/dd", "yyyy-MM-dd", "b", "'{'"})
  void aDateThatCannotStandInANameIsRefused(String pattern) {
    assertThatThrownBy(() -> write("Add orders", RevisionFormat.SQL, pattern))
        .isInstanceOf(AuthoringException.class)
        .hasMessageContainingAll("'" + pattern + "'", "yyyyMMdd");
  }

  @Test
  void aClassThatExistsIsNotOverwritten() throws IOException {
    AuthoredProject project = new AuthoredProject(directory);
    WrittenRevision first = project.authoring().revision(NewRevision.of("Add orders"), null, false);
    String text = Files.readString(first.file());

    WrittenRevision second =
        project.authoring().revision(NewRevision.of("Add orders"), null, false);

    assertThat(second.file()).hasFileName("AddOrders_" + second.revision().id() + ".java");
    assertThat(first.file()).hasContent(text);
    assertThat(project.load().graph().heads()).containsExactly(second.revision().id());
  }

  @Test
  void aFileThatExistsIsLeftAsItIs() throws IOException {
    AuthoredProject project = new AuthoredProject(directory);
    Path file = directory.resolve("src/main/java/db/revisions/R" + ID + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "// mine\n");

    assertThatThrownBy(
            () -> project.authoring().revision(NewRevision.of("你好").withId(ID), null, false))
        .isInstanceOf(AuthoringException.class)
        .hasMessageContainingAll("R" + ID + ".java", "exists already");
    assertThat(file).hasContent("// mine");
  }

  @Test
  void anotherLocationIsAnotherPackage() {
    SourceLayout layout = SourceLayout.of(directory, "classpath:/shop/schema/");
    AuthoredProject project = new AuthoredProject(directory, layout);

    WrittenRevision written =
        project.authoring().revision(NewRevision.of("Add orders"), null, false);

    assertThat(written.file())
        .isEqualTo(directory.resolve("src/main/java/shop/schema/AddOrders.java"));
    assertThat(written.file()).content().startsWith("package shop.schema;");
    assertThatThrownBy(() -> SourceLayout.of(directory, "file:/etc/revisions"))
        .isInstanceOf(AuthoringException.class)
        .hasMessageContaining("file:/etc/revisions");
  }

  private String write(String message, RevisionFormat format, String datePattern)
      throws IOException {
    Path each = Files.createTempDirectory(directory, "project");
    AuthoredProject project =
        new AuthoredProject(each, SourceLayout.of(each).withDatePattern(datePattern));
    WrittenRevision written =
        project.authoring().revision(NewRevision.of(message).in(format).withId(ID), null, false);
    assertThat(project.load().graph().heads()).containsExactly(ID);
    return each.resolve("src/main").relativize(written.file()).toString().replace('\\', '/');
  }
}
