package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a run leaves behind on the connection that it was lent. */
@PostgresTest
class SessionTests {

  @TempDir Path directory;

  @Test
  void oneConnectionIsEnoughAndIsGivenBackAsItWas(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      connection
          .createStatement()
          .execute("SET lock_timeout = '7s'; SET statement_timeout = '8s'; CREATE SCHEMA app");
      connection.createStatement().execute("SET search_path = app, public");
      SqlRevisions revisions =
          new SqlRevisions(directory)
              .add(
                  "r1",
                  "",
                  "CREATE TABLE t (a int); SET search_path = pg_catalog; SET lock_timeout = 1;",
                  "DROP TABLE t;")
              .add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t (a);", "DROP INDEX ix;");

      revisions.on(new SingleConnectionDataSource(connection, true)).upgrade("head");

      assertThat(setting(connection, "search_path")).isEqualTo("app, public");
      assertThat(setting(connection, "lock_timeout")).isEqualTo("7s");
      assertThat(setting(connection, "statement_timeout")).isEqualTo("8s");
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(db.value("SELECT to_regclass('app.ix')")).isEqualTo("app.ix");
      assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
    }
  }

  @Test
  void aConnectionWithoutAutoCommitOrForReadingOnlyServesToo(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      Migrations migrations =
          new SqlRevisions(directory)
              .addTables(2)
              .on(new SingleConnectionDataSource(connection, true));

      migrations.upgrade("head");
      migrations.overview();

      assertThat(connection.getAutoCommit()).isFalse();
      assertThat(connection.isReadOnly()).isTrue();
      assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
    }
  }

  @Test
  void aFailedRunGivesItsConnectionBackToo(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      Migrations migrations =
          new SqlRevisions(directory)
              .add("r1", "", "CREATE TABLE t (a int); SELECT 1 / 0;", "")
              .on(new SingleConnectionDataSource(connection, true));

      catchThrowable(() -> migrations.upgrade("head"));

      assertThat(setting(connection, "lock_timeout")).isEqualTo("0");
      assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (ResultSet result = connection.createStatement().executeQuery("SHOW " + name)) {
      result.next();
      return result.getString(1);
    }
  }

  @Test
  void aRoleThatARevisionTookIsGivenBack(TestDatabase db) throws SQLException {
    String role = "owner_" + db.name();
    db.execute("CREATE ROLE " + role);
    try (Connection connection = db.connect()) {
      DataSource dataSource = new SingleConnectionDataSource(connection, true);
      SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
      revisions.on(dataSource).upgrade("head");
      db.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role);
      revisions
          .add("r2", "r1", "SET ROLE " + role + ";", "")
          .add("r3", "r2", "CREATE TABLE t3 ();", "");

      revisions.on(dataSource).upgrade("head");

      assertThat(setting(connection, "role")).isEqualTo("none");
      assertThat(db.value("SELECT tableowner FROM pg_tables WHERE tablename = 't3'"))
          .isEqualTo(db.user());
    } finally {
      db.execute("DROP OWNED BY " + role);
      db.execute("DROP ROLE " + role);
    }
  }

  @Test
  void theLockIsGivenBackEvenWhenASettingCannotBe(TestDatabase db) throws SQLException {
    String role = "dropped_" + db.name();
    db.execute("CREATE ROLE " + role + " SUPERUSER");
    try (Connection connection = db.connect()) {
      connection.createStatement().execute("SET ROLE " + role);
      Migrations migrations =
          new SqlRevisions(directory)
              .add(
                  "r1",
                  "",
                  "RESET ROLE; REASSIGN OWNED BY "
                      + role
                      + " TO CURRENT_USER; DROP ROLE "
                      + role
                      + ";",
                  "")
              .on(new SingleConnectionDataSource(connection, true));

      assertThat(catchThrowable(() -> migrations.upgrade("head"))).hasMessageContaining(role);

      assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
    } finally {
      db.execute("DROP ROLE IF EXISTS " + role);
    }
  }
}
