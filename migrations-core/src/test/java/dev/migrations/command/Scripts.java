package dev.migrations.command;

import dev.migrations.fixture.TestDatabase;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The ways in which one executes a script. */
public final class Scripts {

  private Scripts() {}

  /** Statement by statement, until one fails. */
  public static void execute(String script, TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      execute(script, connection);
    }
  }

  public static void execute(String script, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (SqlStatement each : SqlSplitter.split(script)) {
        statement.execute(each.text());
      }
    }
  }

  static boolean psqlIsThere() {
    try {
      return run(List.of("psql", "--version"), "").exitCode() == 0;
    } catch (IOException ex) {
      return false;
    }
  }

  record Result(int exitCode, String output) {}

  static Result psql(String script, TestDatabase db, Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("script.sql"), script);
    String uri = db.jdbcUrl().substring("jdbc:".length()).replaceFirst("\\?.*", "");
    return run(
        List.of(
            "psql",
            "-X",
            "-v",
            "ON_ERROR_STOP=1",
            "-d",
            uri.replaceFirst("//(.*@)?", "//" + db.user() + "@"),
            "-f",
            file.toString()),
        db.password());
  }

  private static Result run(List<String> command, String password) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", password);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes());
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("psql does not end: " + output);
      }
      return new Result(process.exitValue(), output);
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
      throw new IOException(ex);
    }
  }
}
