package dev.migrations.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The projects that programs run on, each built once. */
final class Projects {

  private record Key(Dialect dialect, Form form, int migrations) {}

  private final Path directory;
  private final boolean jar;
  private final Map<Key, Path> built = new HashMap<>();

  Projects(Path directory, boolean jar) {
    this.directory = directory;
    this.jar = jar;
  }

  /** What goes on the class path. */
  Path of(Program program, Form form, int migrations) throws IOException {
    Key key = new Key(program.dialect(), form, migrations);
    Path project = built.get(key);
    if (project == null) {
      Sources sources =
          form == Form.SQL_FILES
              ? program.dialect().files(migrations)
              : program.dialect().classes(migrations);
      project = Project.build(Files.createTempDirectory(directory, "project"), sources, jar);
      built.put(key, project);
    }
    return project;
  }
}
