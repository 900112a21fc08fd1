package dev.migrations.engine;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database with a schema in which others have made functions, operators and types that stand in
 * for those of PostgreSQL, and a user without special rights.
 */
final class HostileSearchPath implements AutoCloseable {

  private final TestDatabase db = PostgresServer.shared().createDatabase();
  private final String user = "migrator_" + db.name();

  HostileSearchPath() throws IOException {
    try (InputStream sql = getClass().getResourceAsStream("/hostile/schema.sql")) {
      db.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
    db.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'secret'");
  }

  /** A DataSource of that user, for an empty schema of its own on the search path. */
  DataSource dataSource(String schema, String searchPath) {
    db.execute("CREATE SCHEMA " + schema + " AUTHORIZATION " + user);
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(db.jdbcUrl());
    dataSource.setUser(user);
    dataSource.setPassword("secret");
    dataSource.setOptions("-c search_path=" + searchPath.replace(" ", "\\ "));
    return dataSource;
  }

  /** As the superuser, for what that user may not do. */
  void execute(String sql) {
    db.execute(sql);
  }

  Connection connect() throws SQLException {
    return db.connect();
  }

  @Override
  public void close() {
    db.execute("DROP OWNED BY " + user + " CASCADE");
    db.execute("DROP ROLE " + user);
    db.close();
  }
}
