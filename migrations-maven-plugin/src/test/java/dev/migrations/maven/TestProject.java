package dev.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A project directory, and goals that are set up as Maven would for it. */
record TestProject(
    Path directory,
    AtomicReference<List<String>> said,
    AtomicReference<WeakReference<ClassLoader>> loader) {

  private static final List<String> CLASS_PATH =
      List.of(System.getProperty("java.class.path").split(File.pathSeparator));

  TestProject(Path directory) {
    this(directory, new AtomicReference<>(List.of()), new AtomicReference<>());
  }

  /** Runs the goal, and returns what it says. */
  List<String> run(AbstractMigrationsMojo mojo)
      throws MojoExecutionException, MojoFailureException {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] text, int offset, int length) {
            loader.set(new WeakReference<>(Thread.currentThread().getContextClassLoader()));
            super.write(text, offset, length);
          }
        };
    PrintStream out = new PrintStream(bytes, true);
    PluginDescriptor.setDefaults(mojo);
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            out.println(line);
          }
        });
    mojo.out = out;
    mojo.err = out;
    mojo.basedir = directory.toFile();
    mojo.packaging = mojo.packaging == null ? "jar" : mojo.packaging;
    mojo.sourceDirectory = sources().toFile();
    mojo.outputDirectory = output().toFile();
    mojo.sourceRoots = List.of(sources().toString());
    Resource resource = new Resource();
    resource.setDirectory(resources().toString());
    mojo.resources = List.of(resource);
    mojo.classPath = CLASS_PATH;
    mojo.pluginArtifacts = CLASS_PATH.stream().map(TestProject::artifact).toList();
    if (mojo instanceof AbstractAuthoringMojo authoring) {
      authoring.templates = directory.resolve("src/main/migrations/templates").toFile();
    }
    try {
      mojo.execute();
    } finally {
      said.set(bytes.toString(Charset.defaultCharset()).lines().toList());
    }
    return lastOutput();
  }

  private static Artifact artifact(String path) {
    File file = new File(path);
    Artifact artifact =
        new DefaultArtifact("test", file.getName(), "1", "compile", "jar", "", null);
    artifact.setFile(file);
    return artifact;
  }

  /** The class loader in which the last goal said something. */
  WeakReference<ClassLoader> lastLoader() {
    return loader.get();
  }

  /** What the last goal said, also when it failed. */
  List<String> lastOutput() {
    return said.get();
  }

  TestProject sql(String id, String parents) throws IOException {
    return sql(id, parents, "", "");
  }

  TestProject sql(String id, String parents, String upgrade, String downgrade) throws IOException {
    return file(
        resources().resolve("db/revisions/" + id + ".sql"),
        revision(id, parents) + upgrade + "\n\n-- downgrade\n" + downgrade + "\n");
  }

  static String revision(String id, String parents) {
    return "-- revision: %s\n-- down-revision: %s\n-- message: The %s\n\n-- upgrade\n"
        .formatted(id, parents, id);
  }

  Path java(String name, String id, String down, String body) throws IOException {
    Path file = sources().resolve("db/revisions/" + name + ".java");
    file(
        file,
        """
        package db.revisions;

        import dev.migrations.Migration;
        import dev.migrations.Operations;
        import dev.migrations.Revision;

        @Revision(id = "%s", %smessage = "The %s")
        class %s implements Migration {
          @Override public void upgrade(Operations op) { %s }
          @Override public void downgrade(Operations op) {}
        }
        """
            .formatted(id, down.isEmpty() ? "" : "down = \"" + down + "\", ", id, name, body));
    return file;
  }

  TestProject file(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Compiles one source, and copies the resources, as a build does. */
  void build(Path source) throws IOException {
    Files.createDirectories(output().resolve("db/revisions"));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", output().toString(), source.toString());
    assertThat(failed).isZero();
    try (Stream<Path> files = Files.list(resources().resolve("db/revisions"))) {
      for (Path file : files.toList()) {
        Files.copy(file, output().resolve("db/revisions").resolve(file.getFileName()));
      }
    }
  }

  Path output() {
    return directory.resolve("target/classes");
  }

  Path sources() {
    return directory.resolve("src/main/java");
  }

  Path resources() {
    return directory.resolve("src/main/resources");
  }
}
