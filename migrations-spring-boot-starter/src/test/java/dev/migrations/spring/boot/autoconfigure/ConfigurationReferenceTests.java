package dev.migrations.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page on configuration says what the metadata says. */
class ConfigurationReferenceTests {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @Test
  void everyPropertyIsOnThePageWithItsDefaultAndDescription() throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode property : metadata().get("properties")) {
      JsonNode fallback = property.path("defaultValue");
      JsonNode value = fallback.isArray() ? fallback.get(0) : fallback;
      String shown = value.isMissingNode() ? "" : "`" + value.asString() + "` ";
      lines.add(
          "| `%s` | %s| %s |"
              .formatted(
                  property.get("name").asString(), shown, property.get("description").asString()));
    }

    assertThat(Files.readAllLines(PAGE)).containsAll(lines);
    assertThat(
            Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `m[a-z.-]+` \\| (`[^`]+` )?\\| .*\\. \\|")))
        .containsExactlyInAnyOrderElementsOf(lines);
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream metadata =
        MigrationsProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return JsonMapper.shared().readTree(metadata);
    }
  }
}
