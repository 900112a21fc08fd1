package shop;

import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The source tree of the application, and the application as it is built from it. */
final class Project {

  private final Path root;
  private final Path revisions;

  Project(Path root) throws IOException {
    this.root = root;
    this.revisions = root.resolve(Path.of("src", "main", "resources", "db", "revisions"));
    Files.createDirectories(revisions);
  }

  Path revisions() {
    return revisions;
  }

  /** Runs a command in a process of its own, as {@code java -jar app.jar migrations} does. */
  Ended run(TestDatabase db, String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:TieredStopAtLevel=1");
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    words.add(ShopApplication.class.getName());
    words.add("migrations");
    words.addAll(List.of(command));
    words.addAll(properties(db));
    Path out = root.resolve("out");
    Path err = root.resolve("err");
    Process process =
        new ProcessBuilder(words)
            .directory(root.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("The command does not end: " + Files.readString(out));
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Starts the application, which upgrades the schema. */
  void boot(TestDatabase db, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(properties(db));
    try (ConfigurableApplicationContext context =
        SpringApplication.run(ShopApplication.class, all.toArray(String[]::new))) {
      context.getEnvironment();
    }
  }

  private List<String> properties(TestDatabase db) {
    return List.of(
        "--spring.datasource.url=" + db.jdbcUrl(),
        "--spring.datasource.username=" + db.user(),
        "--spring.datasource.password=" + db.password(),
        "--migrations.locations=" + revisions.toUri());
  }

  /** A file of the pages, written below the root of the project. */
  Path copy(String resource, String to) throws IOException {
    return Files.writeString(root.resolve(to), text(resource));
  }

  /** Puts a revision of the pages beside the others. */
  void add(String resource) throws IOException {
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    Files.writeString(revisions.resolve(name), text(resource));
  }

  static String text(String resource) throws IOException {
    try (InputStream in = Project.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IOException("There is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  record Ended(int status, String out, String err) {}
}
