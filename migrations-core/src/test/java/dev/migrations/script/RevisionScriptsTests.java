package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionGraphException;
import dev.migrations.script.mixed.AddCustomers;
import dev.migrations.script.single.NeedsArgument;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionScriptsTests {

  private static final ClassLoader LOADER = RevisionScriptsTests.class.getClassLoader();
  private static final String MIXED = "classpath:dev/migrations/script/mixed";

  @TempDir Path directory;

  @Test
  void findsFilesAndClassesOfOneFolderAndThoseBelow() {
    RevisionScripts scripts = RevisionScripts.load(List.of(MIXED), List.of(), LOADER);

    assertThat(scripts.scripts())
        .extracting(script -> script.node().id())
        .containsExactly("aaaa", "cccc", "dddd", "bbbb");
    assertThat(scripts.scripts())
        .extracting(script -> script.node().origin())
        .containsExactly(
            "dev.migrations.script.mixed.AddCustomers",
            "dev.migrations.script.mixed.more.Holder$Fails",
            "dev/migrations/script/mixed/more/a_later.sql",
            "dev/migrations/script/mixed/b_orders.sql");
    assertThat(scripts.graph().heads()).containsExactly("dddd");
    assertThat(scripts.script("aaaa").node().branchLabels()).containsExactly("shop");
    assertThat(scripts.script("cccc").node().dependsOn()).containsExactly("aaaa");
    assertThatThrownBy(() -> scripts.script("eeee")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void loadsAClassWhenItsOperationsAreAskedForAndOnlyOnce() {
    RevisionScripts scripts = RevisionScripts.load(List.of(MIXED), List.of(), LOADER);
    assertThat(AddCustomers.Loaded.TIMES).hasValue(0);

    RevisionScript script = scripts.script("aaaa");

    assertThat(script.operations(Direction.UPGRADE)).hasSize(1);
    assertThat(script.operations(Direction.UPGRADE)).hasSize(1);
    assertThat(script.operations(Direction.DOWNGRADE)).hasSize(1);
    assertThat(AddCustomers.Loaded.TIMES).hasValue(1);
  }

  @Test
  void overlappingLocationsGiveEachRevisionOnce() {
    assertThat(
            RevisionScripts.load(List.of(MIXED, MIXED + "/more", MIXED + "/"), List.of(), LOADER)
                .scripts())
        .hasSize(4);
  }

  @Test
  void namesTheRevisionWhoseCodeFails() {
    RevisionScript script = RevisionScripts.load(List.of(MIXED), List.of(), LOADER).script("cccc");

    assertThatThrownBy(() -> script.operations(Direction.UPGRADE))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("The upgrade of revision cccc")
        .hasMessageContaining("Holder$Fails")
        .hasMessageContaining("no luck");
  }

  @Test
  void reportsEveryFaultyClass() {
    InvalidRevisionsException ex =
        catchThrowableOfType(
            InvalidRevisionsException.class,
            () ->
                RevisionScripts.load(
                    List.of("classpath:dev/migrations/script/faulty"), List.of(), LOADER));

    assertThat(ex.faults())
        .extracting(ScriptFault::message)
        .satisfiesExactly(
            fault -> assertThat(fault).contains("faulty.Abstract", "is abstract"),
            fault -> assertThat(fault).contains("faulty.Abstract", "empty message"),
            fault -> assertThat(fault).contains("WithoutAnnotation", "has no @Revision"),
            fault -> assertThat(fault).contains("WithoutInterface", "does not implement"));
  }

  @Test
  void aBeanTakesThePlaceOfTheClassOfItsType() {
    RevisionScripts scripts =
        RevisionScripts.load(
            List.of("classpath:dev/migrations/script/single"),
            List.of(new NeedsArgument("t")),
            LOADER);

    assertThat(scripts.scripts()).hasSize(1);
    assertThat(scripts.script("needy").operations(Direction.UPGRADE)).hasSize(1);
  }

  @Test
  void aBeanNeedsTheAnnotation() {
    Migration bean =
        new Migration() {
          @Override
          public void upgrade(Operations op) {}

          @Override
          public void downgrade(Operations op) {}
        };

    assertThatThrownBy(() -> RevisionScripts.load(List.of(), List.of(bean), LOADER))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContaining("RevisionScriptsTests$1")
        .hasMessageContaining("no @Revision");
  }

  @Test
  void aClassWithoutAUsableConstructorIsNamed() {
    RevisionScript script =
        RevisionScripts.load(List.of("classpath:dev/migrations/script/single"), List.of(), LOADER)
            .script("needy");

    assertThatThrownBy(() -> script.operations(Direction.UPGRADE))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("single.NeedsArgument has no constructor without parameters");
  }

  @Test
  void theLoadOrderIsThatOfFileNames() {
    RevisionFolder folder = new RevisionFolder(directory);
    folder.revision("z/1.sql", "d", "", "-- upgrade").revision("a/2.sql", "c", "", "-- upgrade");
    folder.revision("b/1.sql", "b", "", "-- upgrade").revision("3.SQL", "a", "", "-- upgrade");
    folder.file("..data/1.sql", "nothing").file("notes.txt", "nothing");

    assertThat(folder.load().scripts())
        .extracting(script -> script.node().id())
        .containsExactly("b", "d", "c", "a");
  }

  @Test
  void readsADirectoryByItsUrl() {
    new RevisionFolder(directory.resolve("with space")).revision("1.sql", "a", "", "-- upgrade");

    for (String location :
        List.of(
            "file:" + directory + "/with space",
            directory.resolve("with space").toUri().toString())) {
      assertThat(RevisionScripts.load(List.of(location), List.of(), LOADER).scripts()).hasSize(1);
    }
  }

  @Test
  void aMissingLocationIsAFaultButTheDefaultOne() {
    InvalidRevisionsException ex =
        catchThrowableOfType(
            InvalidRevisionsException.class,
            () ->
                RevisionScripts.load(
                    List.of("classpath:no/such", "/no/such", "http://x/y", "classpath:db/*", ""),
                    List.of(),
                    LOADER));

    assertThat(ex.faults()).hasSize(5);
    assertThat(ex.description()).contains("Location 'classpath:no/such': it does not exist");
    assertThat(
            RevisionScripts.load(List.of(RevisionScripts.DEFAULT_LOCATION), List.of(), LOADER)
                .scripts())
        .isEmpty();
  }

  @Test
  void twoFilesWithOneIdAreAFaultOfTheGraph() {
    RevisionFolder folder = new RevisionFolder(directory);
    folder.revision("1.sql", "a", "", "-- upgrade").revision("2.sql", "a", "", "-- upgrade");

    assertThatThrownBy(folder::load)
        .isInstanceOf(RevisionGraphException.class)
        .hasMessageContaining("1.sql")
        .hasMessageContaining("2.sql");
  }

  @Test
  void findsFilesAndClassesInAJar() throws IOException {
    Path jar = directory.resolve("revisions.jar");
    String type = "dev/migrations/script/mixed/AddCustomers.class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      entry(out, "dev/migrations/script/mixed/", new byte[0]);
      entry(out, type, LOADER.getResourceAsStream(type).readAllBytes());
      entry(
          out,
          "dev/migrations/script/mixed/sub/x.sql",
          "-- revision: jar\n-- message: In a jar\n-- upgrade\nSELECT 1"
              .getBytes(StandardCharsets.UTF_8));
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, new WithoutTestRevisions(LOADER))) {
      RevisionScripts scripts = RevisionScripts.load(List.of(MIXED), List.of(), loader);

      assertThat(scripts.scripts())
          .extracting(script -> script.node().id())
          .containsExactly("aaaa", "jar");
      assertThat(scripts.script("jar").node().origin())
          .isEqualTo("dev/migrations/script/mixed/sub/x.sql in revisions.jar");
      assertThat(scripts.script("jar").operations(Direction.UPGRADE)).hasSize(1);
    }
  }

  @Test
  void fiveThousandFilesLoadQuickly() {
    RevisionFolder folder = new RevisionFolder(directory);
    for (int at = 0; at < 5000; at++) {
      folder.revision(
          "r%04d.sql".formatted(at),
          "r%04d".formatted(at),
          at == 0 ? "" : "r%04d".formatted(at - 1),
          "-- upgrade",
          "SELECT 'some statement';\n".repeat(40),
          "-- downgrade");
    }

    RevisionScripts scripts = Assertions.assertTimeout(Duration.ofSeconds(10), folder::load);

    assertThat(scripts.graph().heads()).containsExactly("r4999");
  }

  private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  /** Hides the revisions of the test class path, so that only the jar has them. */
  private static final class WithoutTestRevisions extends ClassLoader {

    WithoutTestRevisions(ClassLoader parent) {
      super(parent);
    }

    @Override
    public java.util.Enumeration<URL> getResources(String name) throws IOException {
      return name.startsWith("dev/migrations/script/mixed")
          ? java.util.Collections.emptyEnumeration()
          : super.getResources(name);
    }
  }
}
