package dev.migrations.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.BeanInfo;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor shows of the properties. */
class MigrationsPropertiesMetadataTests {

  private static final Set<String> WITHOUT_DEFAULT =
      Set.of(
          "migrations.placeholders",
          "migrations.schema",
          "migrations.url",
          "migrations.user",
          "migrations.password",
          "migrations.driver-class-name");

  private static Map<String, JsonNode> metadata;

  @BeforeAll
  static void readMetadata() throws Exception {
    // Not by getResource, which may find that of another jar.
    URI classes =
        MigrationsProperties.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path file = Path.of(classes).resolve("META-INF/spring-configuration-metadata.json");
    metadata =
        StreamSupport.stream(
                JsonMapper.shared().readTree(file).get("properties").spliterator(), false)
            .filter(property -> property.get("name").asString().startsWith("migrations."))
            .collect(
                Collectors.toMap(property -> property.get("name").asString(), Function.identity()));
  }

  @Test
  void everyPropertyIsKnown() throws Exception {
    BeanInfo bean = Introspector.getBeanInfo(MigrationsProperties.class, Object.class);
    assertThat(metadata.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(bean.getPropertyDescriptors())
                .map(PropertyDescriptor::getName)
                .map(MigrationsPropertiesMetadataTests::kebab)
                .map(name -> "migrations." + name)
                .toList());
  }

  @Test
  void everyPropertyIsDescribedAsSpringBootDoes() {
    assertThat(metadata.values())
        .allSatisfy(
            property -> {
              String description = property.get("description").asString();
              assertThat(description).endsWith(".").doesNotContain("\n", "{@", "<p>");
              assertThat(description).doesNotStartWith("The ").doesNotStartWith("A ");
              if (property.get("type").asString().equals("java.lang.Boolean")) {
                assertThat(description).matches("(Whether|Enable) .*");
              }
            });
  }

  @Test
  void everyPropertyHasItsDefault() {
    assertThat(metadata.values())
        .allSatisfy(
            property ->
                assertThat(property.has("defaultValue"))
                    .as(property.get("name").asString())
                    .isEqualTo(!WITHOUT_DEFAULT.contains(property.get("name").asString())));
  }

  @Test
  void defaultsThatAreWrittenByHandAreRight() {
    MigrationsProperties properties = new MigrationsProperties();
    assertThat(text("migrations.on-boot")).isEqualToIgnoringCase(properties.getOnBoot().name());
    assertThat(text("migrations.on-edited-revision"))
        .isEqualToIgnoringCase(properties.getOnEditedRevision().name());
    assertThat(text("migrations.on-unknown-revision"))
        .isEqualToIgnoringCase(properties.getOnUnknownRevision().name());
    assertThat(metadata.get("migrations.locations").get("defaultValue").get(0).asString())
        .isEqualTo(properties.getLocations().get(0));
  }

  private static String text(String property) {
    return metadata.get(property).get("defaultValue").asString();
  }

  private static String kebab(String name) {
    return Pattern.compile("[A-Z]")
        .matcher(name)
        .replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
  }
}
