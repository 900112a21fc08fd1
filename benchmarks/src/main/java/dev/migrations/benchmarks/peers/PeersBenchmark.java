package dev.migrations.benchmarks.peers;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;

/**
 * This project beside Flyway, Liquibase and plain JDBC: applying migrations, and starts with
 * nothing to do. Every run is a process of its own; the programs take turns.
 */
public final class PeersBenchmark {

  private static final PrintStream OUT = System.out;

  private PeersBenchmark() {}

  /**
   * @param arguments as {@link Options#parse} takes them
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Options options = Options.parse(arguments);
    Path directory = Files.createTempDirectory("peers");
    try (Server server = Server.start(options.server(), options.storage())) {
      OUT.println(conditions(server, options));
      OUT.println();
      measure(server, options, directory);
      OUT.println("Load of the machine at the end: " + load());
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static void measure(Server server, Options options, Path directory)
      throws IOException, SQLException {
    Harness harness = new Harness(server, options, directory);
    for (Measurement measurement : Measurement.all(options.delays())) {
      if (options.wanted().test(measurement.title())) {
        OUT.println(harness.measure(measurement).text());
      }
    }
  }

  private static String conditions(Server server, Options options) throws SQLException {
    return "%s; JDK %s, %s; %s %s, %d cores, load %s; migrations in a %s; %d runs each"
        .formatted(
            server.conditions(),
            Runtime.version(),
            String.join(" ", ChildJvm.SETTINGS),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            load(),
            options.jar() ? "jar" : "directory",
            options.repetitions());
  }

  private static String load() {
    return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
