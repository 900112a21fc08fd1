package dev.migrations.benchmarks.peers.child;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The least that somebody could write by hand: files in the order of their numbers, of which those
 * behind the last one that is applied run, each in one transaction and one round trip.
 */
final class PlainJdbc implements Contestant {

  @Override
  public void start(String url, int migrations) throws SQLException, IOException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (int number = applied(statement) + 1; number <= migrations; number++) {
        statement.addBatch("BEGIN");
        for (String sql : file(number).split(";\n")) {
          statement.addBatch(sql);
        }
        statement.addBatch("INSERT INTO applied (number) VALUES (" + number + ")");
        statement.addBatch("COMMIT");
        statement.executeBatch();
      }
    }
  }

  private static int applied(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("SELECT max(number) FROM applied")) {
      result.next();
      return result.getInt(1);
    } catch (SQLException missing) {
      statement.execute(
          "CREATE TABLE applied (number int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())");
      return 0;
    }
  }

  private static String file(int number) throws IOException {
    String name = "/plain/" + number + ".sql";
    try (InputStream in = PlainJdbc.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
