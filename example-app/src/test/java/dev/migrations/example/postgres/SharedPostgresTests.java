package dev.migrations.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.example.ExampleApplications;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that the example starts when it is given none. */
class SharedPostgresTests {

  @TempDir private Path directory;

  @Test
  void theFirstBootUpgradesAndTheSecondFindsTheDataAtHead() {
    String setting = "example.postgres.directory=" + directory;
    try (var application = ExampleApplications.start(setting)) {
      assertThat(application.getBean(Migrations.class).lastRun().orElseThrow().steps()).hasSize(19);
    }
    assertThat(RunningServer.on(data())).isEmpty();
    try (var application = ExampleApplications.start(setting)) {
      assertThat(application.getBean(Migrations.class).lastRun().orElseThrow().steps()).isEmpty();
      assertThat(application.getBean(Migrations.class).status().isAtHead()).isTrue();
    }
  }

  @Test
  void aSecondCopyUsesTheServerOfTheFirstAndTheLastOneStopsIt() throws Exception {
    SharedPostgres first = SharedPostgres.in(directory);
    SharedPostgres second = SharedPostgres.in(directory);
    assertThat(second.jdbcUrl("orders")).isEqualTo(first.jdbcUrl("orders"));
    try (Connection used = connect(second.jdbcUrl("orders"))) {
      first.close();
      assertThat(value(used, "SELECT current_database()")).isEqualTo("orders");
      assertThat(RunningServer.on(data())).isPresent();
    }
    second.close();
    assertThat(RunningServer.on(data())).isEmpty();
  }

  @Test
  void theFileThatAKilledServerLeavesDoesNotPreventTheNextStart() throws Exception {
    // Another process owns the server, so that nothing of this one stands in the way.
    killedCopy();
    long pid = RunningServer.on(data()).orElseThrow().pid();
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    assertThat(server.destroyForcibly()).isTrue();
    server.onExit().join();
    assertThat(data().resolve("postmaster.pid")).exists();
    try (SharedPostgres postgres = SharedPostgres.in(directory);
        Connection connection = connect(postgres.jdbcUrl("orders"))) {
      assertThat(value(connection, "SELECT text FROM kept")).isEqualTo("here");
    }
  }

  @Test
  void theServerThatAKilledCopyLeavesIsUsedAndStopped() throws Exception {
    killedCopy();
    assertThat(RunningServer.on(data())).isPresent();
    try (SharedPostgres postgres = SharedPostgres.in(directory)) {
      try (Connection connection = connect(postgres.jdbcUrl("orders"))) {
        assertThat(value(connection, "SELECT text FROM kept")).isEqualTo("here");
      }
    }
    assertThat(RunningServer.on(data())).isEmpty();
  }

  /** A copy in a process of its own, which writes a row and is killed. */
  private void killedCopy() throws Exception {
    Process copy =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledCopy.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("copy.log").toFile())
            .start();
    assertThat(copy.waitFor()).as("exit code of the copy").isEqualTo(KilledCopy.KILLED);
  }

  private Path data() {
    return directory.resolve("data");
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, "postgres", "");
  }

  private static String value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
