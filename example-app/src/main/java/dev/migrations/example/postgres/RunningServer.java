package dev.migrations.example.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A server that runs on a data directory, found by the file {@code postmaster.pid} that PostgreSQL
 * keeps there. The file of a server that was killed is stale, so the server itself is asked.
 *
 * @param pid its process
 * @param port its TCP port
 * @see <a href="https://www.postgresql.org/docs/current/storage-file-layout.html">PostgreSQL:
 *     database file layout</a>
 */
record RunningServer(long pid, int port) {

  private static final int PORT_LINE = 3;
  private static final String CANNOT_CONNECT_NOW = "57P03";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The server on this data directory, if one answers. */
  static Optional<RunningServer> on(Path data) {
    return read(data.resolve("postmaster.pid")).filter(server -> server.answersFor(data));
  }

  /** The JDBC URL of one of its databases. */
  String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
  }

  /** A connection as the superuser. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), "postgres", "");
  }

  private static Optional<RunningServer> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() > PORT_LINE
          ? Optional.of(
              new RunningServer(
                  Long.parseLong(lines.get(0).trim()),
                  Integer.parseInt(lines.get(PORT_LINE).trim())))
          : Optional.empty();
    } catch (NoSuchFileException ex) {
      return Optional.empty();
    } catch (IOException ex) {
      throw new UncheckedIOException("Could not read " + file, ex);
    }
  }

  // Another server may have the port of one that is gone, so the answer must name the directory.
  private boolean answersFor(Path data) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = connect("postgres");
          Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("SHOW data_directory")) {
        return result.next() && Files.isSameFile(Path.of(result.getString(1)), data);
      } catch (SQLException ex) {
        if (!CANNOT_CONNECT_NOW.equals(ex.getSQLState()) || System.nanoTime() > deadline) {
          return false;
        }
        Pause.briefly();
      } catch (IOException ex) {
        return false;
      }
    }
  }
}
