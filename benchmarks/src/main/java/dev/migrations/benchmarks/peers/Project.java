package dev.migrations.benchmarks.peers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds migrations as a build tool does: a directory of classes and resources, or a jar of it. */
final class Project {

  private Project() {}

  /**
   * @param directory an empty one
   * @return what goes on the class path
   */
  static Path build(Path directory, Sources sources, boolean jar) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    write(classes, sources.resources());
    if (!sources.classes().isEmpty()) {
      compile(write(directory.resolve("java"), sources.classes()), classes);
    }
    return jar ? jar(classes, directory.resolve("migrations.jar")) : classes;
  }

  private static List<Path> write(Path root, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = root.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
    return texts.keySet().stream().map(root::resolve).toList();
  }

  private static void compile(List<Path> files, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
      if (!compiler.getTask(null, manager, null, options, null, units).call()) {
        throw new IllegalStateException("The migrations cannot be compiled");
      }
    }
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.skip(1).sorted().toList()) {
        String name = classes.relativize(path).toString().replace('\\', '/');
        boolean folder = Files.isDirectory(path);
        entries.putNextEntry(new JarEntry(folder ? name + "/" : name));
        if (!folder) {
          Files.copy(path, entries);
        }
      }
    }
    return jar;
  }
}
