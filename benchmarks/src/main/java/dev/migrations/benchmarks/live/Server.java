package dev.migrations.benchmarks.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container, and the databases on it. */
final class Server implements AutoCloseable {

  // What waits for locks is to be seen, and not what waits for the disk of this machine.
  private static final String[] SETTINGS = {
    "postgres", "-c", "fsync=off", "-c", "max_wal_size=4GB", "-c", "shared_buffers=512MB"
  };

  private static final String DIRECTORY = "/in-memory";

  // With these the server tells of each wait for a lock how long it was, from a millisecond on.
  private static final String[] LOG = {
    "-c", "log_lock_waits=on", "-c", "deadlock_timeout=1ms", "-c", "log_line_prefix=%a "
  };

  private static final Pattern WAITED =
      Pattern.compile(Traffic.NAME + " LOG: .* acquired .* after ([0-9.]+) ms");

  private final PostgreSQLContainer container;
  private int logRead;

  Server(String image) {
    container = new PostgreSQLContainer(image);
    container
        .withCommand(Stream.concat(Stream.of(SETTINGS), Stream.of(LOG)).toArray(String[]::new))
        .withSharedMemorySize(1L << 30)
        .withTmpFs(Map.of(DIRECTORY, "rw"))
        .withEnv("PGDATA", DIRECTORY + "/data");
    container.start();
  }

  String url(String database) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(
            container.getHost(),
            container.getMappedPort(5432),
            database,
            container.getUsername(),
            container.getPassword());
  }

  DataSource database(String name) {
    return dataSource(url(name));
  }

  static DataSource dataSource(String url) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    return dataSource;
  }

  /** Forgets which waits for locks there were. */
  void startCounting() {
    logRead = container.getLogs().length();
  }

  /** How long a statement of the traffic waited for a lock, at most, in milliseconds. */
  double longestLockWait() {
    // The log is a little behind.
    Measurement.pause(300);
    return WAITED
        .matcher(container.getLogs().substring(logRead))
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .max()
        .orElse(0);
  }

  /** Creates a database, fills it and brings it to rest. */
  void create(String name, String setUp) throws SQLException {
    execute("postgres", "CREATE DATABASE " + name);
    execute(name, setUp);
    execute(name, "VACUUM ANALYZE");
  }

  /** Makes a new copy of a database. */
  DataSource copy(String template, String name) throws SQLException {
    execute("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + template);
    // Reads all of it, so that no run waits for what is not in memory yet.
    execute(name, "VACUUM (DISABLE_PAGE_SKIPPING)");
    execute("postgres", "CHECKPOINT");
    return database(name);
  }

  void execute(String database, String sql) throws SQLException {
    try (Connection connection = database(database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The server, the JVM and the machine, as a line. */
  String conditions() throws SQLException {
    try (Connection connection = database("postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("SHOW server_version")) {
      version.next();
      return "PostgreSQL %s in memory (%s), JDK %s, %s %s, %d cores"
          .formatted(
              version.getString(1),
              String.join(" ", SETTINGS).replace("postgres ", "").replace("-c ", ""),
              Runtime.version(),
              System.getProperty("os.name"),
              System.getProperty("os.arch"),
              Runtime.getRuntime().availableProcessors());
    }
  }

  @Override
  public void close() {
    container.close();
  }
}
