package dev.migrations.benchmarks.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server, and the databases on it. */
final class Server implements Closeable {

  private static final String DIRECTORY = "/in-memory";

  private final String host;
  private final int port;
  private final String user;
  private final String password;
  private final Closeable server;
  private final Storage storage;
  private int databases;

  private Server(
      String host, int port, String user, String password, Closeable server, Storage storage) {
    this.host = host;
    this.port = port;
    this.user = user;
    this.password = password;
    this.server = server;
    this.storage = storage;
  }

  /**
   * @param where {@code embedded} for the binaries from Maven, or the image of a container
   */
  static Server start(String where, Storage storage) throws IOException {
    return where.equals("embedded") ? embedded(storage) : container(where, storage);
  }

  private static Server embedded(Storage storage) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    storage.settings().forEach(builder::setServerConfig);
    EmbeddedPostgres postgres = builder.start();
    return new Server("127.0.0.1", postgres.getPort(), "postgres", "postgres", postgres, storage);
  }

  private static Server container(String image, Storage storage) {
    PostgreSQLContainer container = new PostgreSQLContainer(image);
    List<String> command = new ArrayList<>(List.of("postgres"));
    storage.settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    container.withCommand(command.toArray(String[]::new)).withSharedMemorySize(1L << 30);
    if (storage == Storage.MEMORY) {
      container.withTmpFs(Map.of(DIRECTORY, "rw")).withEnv("PGDATA", DIRECTORY + "/data");
    }
    container.start();
    return new Server(
        container.getHost(),
        container.getMappedPort(5432),
        container.getUsername(),
        container.getPassword(),
        container::close,
        storage);
  }

  Socket connect() throws IOException {
    return new Socket(host, port);
  }

  String url(String database) {
    return url(database, host, port);
  }

  /** The URL of a database by way of a proxy. */
  String url(String database, String proxyHost, int proxyPort) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s&sslmode=disable&gssEncMode=disable"
        .formatted(proxyHost, proxyPort, database, user, password);
  }

  /** A new database, empty. */
  String createDatabase() throws SQLException {
    String name = "d" + ++databases;
    execute("CREATE DATABASE " + name);
    return name;
  }

  void drop(String database) throws SQLException {
    execute("DROP DATABASE " + database + " WITH (FORCE)");
  }

  /** Writes what is left to be written, so that no run pays for the one before it. */
  void settle() throws SQLException {
    execute("CHECKPOINT");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first value that a query has. */
  String value(String database, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(database));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  /** Its version and settings, in words. */
  String conditions() throws SQLException {
    return "PostgreSQL %s, %s"
        .formatted(value("postgres", "SHOW server_version"), storage.inWords());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
