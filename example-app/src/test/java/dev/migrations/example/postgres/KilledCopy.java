package dev.migrations.example.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Starts the server, writes a row, and ends without closing anything, as a killed JVM does. */
final class KilledCopy {

  static final int KILLED = 137;

  private KilledCopy() {}

  public static void main(String[] args) throws Exception {
    String url = SharedPostgres.in(Path.of(args[0])).jdbcUrl("orders");
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 'here' AS text");
    }
    Runtime.getRuntime().halt(KILLED);
  }
}
