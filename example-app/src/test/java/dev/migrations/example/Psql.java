package dev.migrations.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The psql of this machine. */
final class Psql {

  private Psql() {}

  static boolean isThere() {
    try {
      return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
    } catch (IOException ex) {
      return false;
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets psql include a script, and fails unless it comes to the end of it. */
  static void include(String script, TestDatabase db, Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("script.sql"), script);
    String uri =
        db.jdbcUrl()
            .substring("jdbc:".length())
            .replaceFirst("\\?.*", "")
            .replaceFirst("//(.*@)?", "//" + db.user() + "@");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of("psql", "-X", "-v", "ON_ERROR_STOP=1", "-d", uri, "-c", "\\i " + file))
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", db.password());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
