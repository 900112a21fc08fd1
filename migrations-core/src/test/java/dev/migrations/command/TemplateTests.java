package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project's own templates take the place of the built-in ones. */
class TemplateTests {

  @TempDir Path directory;

  private AuthoredProject project;

  @BeforeEach
  void emptyProject() {
    project = new AuthoredProject(directory);
  }

  @Test
  void theBuiltInSqlTemplateIsAHeaderAndTwoSections() {
    assertThat(write("Add orders", RevisionFormat.SQL).file())
        .hasContent(
            """
            -- revision: 7c1f0a9be2d4
            -- message: Add orders

            -- upgrade

            -- downgrade
            """);
  }

  @Test
  void aTemplateOfTheProjectIsFilled() throws IOException {
    template(
        "sql", "/* Shop Ltd, ${date} */\n${header}\n\n-- upgrade\nSELECT '${id}: ${message}';\n");
    template(
        "java",
        """
        package ${package};

        import dev.migrations.*;

        /** ${message}. */
        ${annotation}
        public final class ${class} implements Migration {
          @Override public void upgrade(Operations op) { op.execute("SELECT 1"); }
          @Override public void downgrade(Operations op) {}
        }
        """);

    assertThat(write("Add $1 orders", RevisionFormat.SQL).file())
        .content()
        .startsWith("/* Shop Ltd, 2026-11-23 */\n-- revision: 7c1f0a9be2d4\n")
        .contains("SELECT '7c1f0a9be2d4: Add $1 orders';");
    WrittenRevision java =
        project.authoring().revision(NewRevision.of("Add */ <T> \\u002a/ more"), null, false);
    assertThat(java.file()).content().contains("/** Add *&#47; &lt;T&gt; &#92;u002a/ more. */");
    assertThat(project.load().script(java.revision().id()).message())
        .isEqualTo("Add */ <T> \\u002a/ more");
  }

  @Test
  void placeholdersThatAreUnknownOrMissingAreNamed() throws IOException {
    template("sql", "-- revision: ${id}\n-- parent: ${down_revision} ${author}\n");

    assertThatThrownBy(() -> write("Add orders", RevisionFormat.SQL))
        .isInstanceOf(AuthoringException.class)
        .hasMessageContainingAll(
            "revision.sql.template",
            "unknown placeholders: ${down_revision}, ${author}",
            "does not have: ${header}",
            "${date}, ${header}, ${id}, ${message}");
    assertThat(project.files()).containsExactly("migrations/templates/revision.sql.template");
  }

  private WrittenRevision write(String message, RevisionFormat format) {
    NewRevision wanted = NewRevision.of(message).in(format).withId("7c1f0a9be2d4");
    return project.authoring().revision(wanted, null, false);
  }

  private void template(String format, String text) throws IOException {
    Path file = project.layout().templates().resolve("revision." + format + ".template");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
