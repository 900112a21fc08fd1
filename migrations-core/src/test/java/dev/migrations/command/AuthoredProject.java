package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.script.RevisionScripts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project into which revisions are written, compiled and loaded back. */
record AuthoredProject(Path directory, SourceLayout layout) {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

  AuthoredProject(Path directory) {
    this(directory, SourceLayout.of(directory));
  }

  Authoring authoring() {
    return new Authoring(load(), layout, CLOCK);
  }

  WrittenRevision sql(String id, String head, boolean splice) {
    return authoring()
        .revision(
            NewRevision.of("The revision " + id).in(RevisionFormat.SQL).withId(id), head, splice);
  }

  /** What an application would load after a build. */
  RevisionScripts load() {
    try {
      Path classes = Files.createDirectories(directory.resolve("target/classes"));
      Path resources = Files.createDirectories(directory.resolve("src/main/resources"));
      Files.createDirectories(resources.resolve("db/revisions"));
      compile(classes);
      URL[] roots = {classes.toUri().toURL(), resources.toUri().toURL()};
      // Left open: a script loads its class when its operations are asked for.
      URLClassLoader loader = new URLClassLoader(roots, AuthoredProject.class.getClassLoader());
      return RevisionScripts.load(List.of(RevisionScripts.DEFAULT_LOCATION), List.of(), loader);
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  private void compile(Path classes) throws IOException {
    List<Path> sources = sources();
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", classes.toString(), "-proc:none", "-Xlint:all", "-Werror");
      boolean compiled =
          compiler
              .getTask(
                  output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(output.toString()).isTrue();
    }
  }

  List<Path> sources() throws IOException {
    Path root = directory.resolve("src/main/java");
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** All files in the source tree, relative to it. */
  List<String> files() {
    Path root = directory.resolve("src/main");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }
}
