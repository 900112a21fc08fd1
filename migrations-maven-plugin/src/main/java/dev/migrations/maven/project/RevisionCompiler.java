package dev.migrations.maven.project;

import dev.migrations.error.MigrationsException;
import dev.migrations.maven.bridge.ProjectSources;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles revisions that the build has not compiled yet, with what else they need of it. */
final class RevisionCompiler {

  private RevisionCompiler() {}

  static void compile(List<Path> files, ProjectSources sources, Path target) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw notCompiled(files, "", "Run 'mvn compile' first; this Java is no JDK.");
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> classPath = new ArrayList<>(List.of(sources.output()));
      classPath.addAll(sources.classPath());
      List<String> options =
          List.of(
              "-proc:none",
              "-implicit:class",
              "-d",
              target.toString(),
              "-classpath",
              joined(classPath),
              "-sourcepath",
              joined(sources.sourceRoots()));
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      if (!compiler.getTask(null, manager, found, options, null, units).call()) {
        throw notCompiled(
            files,
            errors(found),
            "Correct what is wrong, or let 'mvn compile' say more about it; then try again.");
      }
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> System.lineSeparator() + "  " + diagnostic.toString().strip())
        .collect(Collectors.joining());
  }

  private static MigrationsException notCompiled(List<Path> files, String errors, String action) {
    return new MigrationsException(
        "The place of revisions that are not compiled is not known: "
            + files.stream().map(Path::toString).collect(Collectors.joining(", "))
            + errors,
        action);
  }

  private static String joined(Collection<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
