package dev.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;

class LibraryPathTests {

  @Test
  void theProjectsLibrariesComeBeforeThoseOfThePlugin() {
    List<Artifact> plugin =
        List.of(
            artifact("dev.migrations", "migrations-core", "2"),
            artifact("org.springframework.boot", "spring-boot", "4.1"),
            artifact("org.postgresql", "postgresql", "42.7.1"),
            artifact("org.slf4j", "slf4j-simple", "2.0"));
    List<Artifact> project =
        List.of(
            artifact("dev.migrations", "migrations-core", "1"),
            artifact("shop", "shop-parts", "1"),
            artifact("org.postgresql", "postgresql", "42.7.9"),
            artifact("ch.qos.logback", "logback-classic", "1.5"));

    assertThat(LibraryPath.of(plugin, project))
        .extracting(Path::toString)
        .containsExactly(
            "migrations-core-2.jar",
            "slf4j-simple-2.0.jar",
            "shop-parts-1.jar",
            "postgresql-42.7.9.jar",
            "logback-classic-1.5.jar",
            "spring-boot-4.1.jar");
  }

  @Test
  void whatIsNoLibraryIsLeftOut() {
    Artifact bom = artifact("shop", "bom", "1");
    bom.setFile(new File("bom-1.pom"));
    Artifact unresolved = artifact("shop", "unresolved", "1");
    unresolved.setFile(null);

    assertThat(LibraryPath.of(List.of(), List.of(bom, unresolved))).isEmpty();
  }

  private static Artifact artifact(String group, String name, String version) {
    Artifact artifact = new DefaultArtifact(group, name, version, "compile", "jar", "", null);
    artifact.setFile(new File(name + "-" + version + ".jar"));
    return artifact;
  }
}
