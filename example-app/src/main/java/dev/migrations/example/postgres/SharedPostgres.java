package dev.migrations.example.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server whose data stay in a directory. All copies of the example on this machine
 * share it: the first one starts it, the last one stops it. A copy that is killed leaves it running
 * for the next.
 */
final class SharedPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SharedPostgres.class);

  private static final int STARTS = 3;

  private static final int LOOKS = 10;

  private final Path directory;
  private final RunningServer server;
  private final @Nullable EmbeddedPostgres started;

  private SharedPostgres(Path directory, RunningServer server, @Nullable EmbeddedPostgres started) {
    this.directory = directory;
    this.server = server;
    this.started = started;
  }

  /** The server of this directory, started if need be. */
  static SharedPostgres in(Path directory) {
    try {
      return DirectoryLock.holding(directory, () -> runningOrStarted(directory));
    } catch (IOException | SQLException | RuntimeException ex) {
      throw new IllegalStateException(
          "PostgreSQL did not start in "
              + directory
              + ". See server.log there, or set spring.datasource.url to a server of yours.",
          ex);
    }
  }

  /** The JDBC URL of a database of this name, which is created if need be. */
  String jdbcUrl(String database) {
    try {
      return DirectoryLock.holding(directory, () -> existingOrCreated(database));
    } catch (IOException | SQLException ex) {
      throw new IllegalStateException("Could not create the database " + database, ex);
    }
  }

  /** Stops the server, unless another copy uses it. */
  @Override
  public void close() throws IOException, SQLException {
    DirectoryLock.holding(directory, this::stoppedUnlessUsed);
  }

  private static SharedPostgres runningOrStarted(Path directory) throws IOException {
    Path data = directory.resolve("data");
    Optional<RunningServer> running = RunningServer.on(data);
    if (running.isPresent()) {
      log.info("Using the PostgreSQL that runs in {}, port {}", directory, running.get().port());
      return new SharedPostgres(directory, running.get(), null);
    }
    EmbeddedPostgres started = started(directory, data);
    log.info("Started PostgreSQL in {}, port {}", directory, started.getPort());
    return new SharedPostgres(directory, RunningServer.on(data).orElseThrow(), started);
  }

  private String existingOrCreated(String database) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      String literal = statement.enquoteLiteral(database);
      if (!holds(statement, "SELECT FROM pg_database WHERE datname = " + literal)) {
        statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(database, true));
      }
      return server.jdbcUrl(database);
    }
  }

  private boolean stoppedUnlessUsed() throws IOException {
    if (usedByOthers()) {
      log.info("Leaving PostgreSQL in {} to the others that use it", directory);
      return false;
    }
    if (started != null) {
      started.close();
    } else {
      stop();
    }
    return true;
  }

  // The server counts a connection that this copy closed just now for a moment longer.
  private boolean usedByOthers() {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean used = true;
      for (int look = 0; used && look < LOOKS; look++) {
        if (look > 0) {
          Pause.briefly();
        }
        used =
            holds(
                statement,
                "SELECT FROM pg_stat_activity"
                    + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
      }
      return used;
    } catch (SQLException ex) {
      log.warn("PostgreSQL in {} does not answer any more: {}", directory, ex.getMessage());
      return false;
    }
  }

  // SIGTERM is PostgreSQL's smart shutdown, and nobody is connected.
  private void stop() {
    ProcessHandle.of(server.pid())
        .ifPresent(
            process -> {
              process.destroy();
              process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
            });
  }

  private static boolean holds(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** The port that the library finds free may be taken before the server has it. */
  private static EmbeddedPostgres started(Path directory, Path data) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return start(directory, data);
      } catch (IOException ex) {
        if (attempt == STARTS || RunningServer.on(data).isPresent()) {
          throw ex;
        }
        log.warn("PostgreSQL did not start in {}, trying again: {}", directory, ex.getMessage());
      }
    }
  }

  private static EmbeddedPostgres start(Path directory, Path data) throws IOException {
    if (Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
      // The library lets everyone write to its binaries.
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
    Redirect output = Redirect.appendTo(directory.resolve("server.log").toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(30))
        .setOutputRedirector(output)
        .setErrorRedirector(output)
        // The library turns both off, for tests; these data stay.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }
}
