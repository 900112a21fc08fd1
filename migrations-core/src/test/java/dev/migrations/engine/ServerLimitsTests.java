package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The server has run out of something else than disk space. */
@PostgresTest
class ServerLimitsTests {

  @TempDir Path directory;

  @Test
  void temporaryFilesAreTooLarge(TestDatabase db) {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(1)
            .add(
                "r2",
                "r1",
                "CREATE TABLE s AS SELECT i FROM generate_series(1, 50000) i ORDER BY md5(i::text);",
                "");
    db.execute("ALTER DATABASE " + db.name() + " SET work_mem = '64kB'");
    db.execute("ALTER DATABASE " + db.name() + " SET temp_file_limit = '64kB'");

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure.sqlState()).isEqualTo("53400");
    assertThat(failure.description()).contains("revision r2", "r2.sql, line 6", "temp_file_limit");
    assertThat(failure.action())
        .contains("Nothing of the revision was kept", "Raise the limit", "start again");
    db.execute("ALTER DATABASE " + db.name() + " RESET temp_file_limit");
    assertThat(revisions.on(db).upgrade("head").rowsAfter()).containsExactly("r2");
  }

  @Test
  void memoryForLocksAndConnections() throws Exception {
    try (EmbeddedPostgres server = smallServer()) {
      DataSource dataSource = server.getPostgresDatabase();
      locks(new JdbcTemplate(dataSource), dataSource);
      connections(dataSource);
    }
  }

  private static EmbeddedPostgres smallServer() throws IOException {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("max_locks_per_transaction", "10")
          .setServerConfig("max_connections", "8")
          .setServerConfig("fsync", "off")
          .start();
    } catch (IllegalStateException missing) {
      return Assumptions.abort("No binaries of PostgreSQL from Maven for this machine: " + missing);
    }
  }

  private void locks(JdbcTemplate jdbc, DataSource dataSource) {
    String tables =
        """
        CREATE TABLE first ();
        DO $$ BEGIN
          FOR i IN 1 .. (SELECT count FROM many) LOOP
            EXECUTE format('CREATE TABLE s%s (a int)', i);
          END LOOP;
        END $$;""";
    SqlRevisions revisions = new SqlRevisions(directory).add("r1", "", tables, "");
    jdbc.execute("CREATE TABLE many AS SELECT 5000 AS count");

    RevisionFailedException failure =
        catchThrowableOfType(
            RevisionFailedException.class, () -> revisions.on(dataSource).upgrade("head"));

    assertThat(failure.sqlState()).isEqualTo("53200");
    assertThat(failure.description())
        .contains("revision r1", "r1.sql, line 6, unit 1 of 1, statement 2, SQLSTATE 53200")
        .contains("out of shared memory", "max_locks_per_transaction");
    assertThat(failure.action())
        .contains("Nothing of the revision was kept", "max_locks_per_transaction", "start again");
    assertThat(jdbc.queryForObject("SELECT error FROM migrations_history", String.class))
        .contains("out of shared memory");
    jdbc.execute("UPDATE many SET count = 5");
    assertThat(revisions.on(dataSource).upgrade("head").rowsAfter()).containsExactly("r1");
  }

  private void connections(DataSource dataSource) throws SQLException {
    Migrations migrations =
        new SqlRevisions(directory).add("r2", "r1", "SELECT 1;", "").on(dataSource);
    List<Connection> taken = new ArrayList<>();
    try {
      takeAll(dataSource, taken);

      DatabaseUnavailableException failure =
          catchThrowableOfType(
              DatabaseUnavailableException.class, () -> migrations.upgrade("head"));

      assertThat(failure.description()).contains("too many clients", "SQLSTATE 53300");
      assertThat(failure.action()).contains("connections", "start again").doesNotContain("URL");

      taken.remove(0).close();
      Awaitility.await()
          .ignoreException(DatabaseUnavailableException.class)
          .until(() -> migrations.upgrade("head").rowsAfter().equals(List.of("r2")));
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  private static void takeAll(DataSource dataSource, List<Connection> taken) {
    try {
      while (taken.size() < 100) {
        taken.add(dataSource.getConnection());
      }
    } catch (SQLException full) {
      assertThat(full.getSQLState()).isEqualTo("53300");
    }
  }
}
