package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The grants of docs/security.md are enough, and each of them is needed. */
@PostgresTest
class LeastPrivilegeTests {

  private static final Pattern GRANT = Pattern.compile("GRANT (.+) ON (.+) TO (\\S+);");

  @TempDir Path directory;
  private TestDatabase db;
  private String dba;
  private SqlRevisions revisions;

  @BeforeEach
  void createRoles(TestDatabase database) {
    db = database;
    dba = role("dba");
    for (String name : List.of("dba", "shop_migrator", "shop_app")) {
      db.execute("CREATE ROLE " + role(name) + " LOGIN PASSWORD 'secret'");
    }
    db.execute("REVOKE ALL ON DATABASE " + db.name() + " FROM PUBLIC");
    db.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
    db.execute("CREATE SCHEMA app AUTHORIZATION " + dba);
    db.execute("CREATE SCHEMA own AUTHORIZATION " + role("shop_migrator"));
    revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE own.t (a int);", "DROP TABLE own.t;")
            .add(
                "r2",
                "r1",
                "CREATE INDEX CONCURRENTLY ix ON own.t (a);\nINSERT INTO own.t VALUES (1);",
                "DROP INDEX CONCURRENTLY own.ix;");
  }

  @AfterEach
  void dropRoles() {
    String all = String.join(", ", dba, role("shop_migrator"), role("shop_app"));
    db.execute("DROP OWNED BY " + all + " CASCADE");
    db.execute("DROP ROLE " + all);
  }

  private String role(String name) {
    return name + "_" + db.name();
  }

  private String page(String file) {
    try (InputStream sql = getClass().getResourceAsStream("/security/" + file)) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
          .replace("DATABASE shop", "DATABASE " + db.name())
          .replace("shop_migrator", role("shop_migrator"))
          .replace("shop_app", role("shop_app"));
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  /** {@code REVOKE} and {@code GRANT} of each right that a page grants. */
  private static List<List<String>> each(String page) {
    List<List<String>> rights = new ArrayList<>();
    Matcher grant = GRANT.matcher(page);
    while (grant.find()) {
      for (String right : grant.group(1).split(", ")) {
        for (String object : grant.group(2).split(", ")) {
          boolean bare = object.startsWith("app.") || object.contains(" ");
          String on = right + " ON " + (bare ? object : "app." + object);
          rights.add(
              List.of(
                  "REVOKE %s FROM %s".formatted(on, grant.group(3)),
                  "GRANT %s TO %s".formatted(on, grant.group(3))));
        }
      }
    }
    return rights;
  }

  private DataSource as(String name) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(db.jdbcUrl());
    dataSource.setUser(role(name));
    dataSource.setPassword("secret");
    return dataSource;
  }

  private Migrations migrations(String role) {
    return revisions.on(as(role), SqlRevisions.settings().withSchema("app"));
  }

  private void upAndDown() {
    Migrations migrations = migrations("shop_migrator");
    migrations.upgrade("head");
    assertThat(migrations.check()).isEmpty();
    migrations.downgrade("base");
  }

  private void assertEachIsNeeded(List<List<String>> rights, Runnable work) {
    for (List<String> right : rights) {
      db.execute(right.get(0));
      MigrationsException failure = catchThrowableOfType(MigrationsException.class, work::run);
      assertThat(failure).as(right.get(0)).isNotNull();
      assertThat(failure.description())
          .as(right.get(0))
          .containsAnyOf("permission denied for", "no current schema");
      if (!right.get(0).contains("CONNECT")) {
        assertThat(failure.action()).as(right.get(0)).containsIgnoringCase("grant");
      }
      db.execute(right.get(1));
      work.run();
    }
  }

  @Test
  void forARoleThatCreatesTheTablesItself() {
    String page = page("create.sql");
    db.execute(page);

    assertEachIsNeeded(
        each(page),
        () -> {
          db.execute(
              "DROP TABLE IF EXISTS app.migrations_revision, app.migrations_history, app.migrations_journal");
          upAndDown();
        });
  }

  @Test
  void forARoleThatUsesTheTablesOfADba() {
    db.execute("SET SESSION AUTHORIZATION " + dba + ";" + page("tables.sql"));
    String page = page("use.sql");
    db.execute(page);

    upAndDown();
    assertEachIsNeeded(
        each(page),
        () -> {
          upAndDown();
          migrations("shop_migrator").stamp(List.of("r2"), false);
          migrations("shop_migrator").stamp(List.of("base"), false);
        });
  }

  @Test
  void forARoleThatOnlyLooks() {
    db.execute("SET SESSION AUTHORIZATION " + dba + ";" + page("tables.sql"));
    db.execute(page("use.sql"));
    String page = page("read.sql");
    db.execute(page);
    migrations("shop_migrator").upgrade("head");

    Migrations looking = migrations("shop_app");
    assertThatThrownBy(() -> looking.plan(Direction.DOWNGRADE, "base"))
        .hasMessageContaining("permission denied for schema own")
        .hasMessageContaining("USAGE on the schemas that the revisions name");
    db.execute("GRANT USAGE ON SCHEMA own TO " + role("shop_app"));
    Runnable look =
        () -> {
          looking.validate("head");
          assertThat(looking.status().isAtHead()).isTrue();
          assertThat(looking.check()).isEmpty();
          assertThat(looking.overview().history()).hasSize(2);
          assertThat(looking.plan(Direction.DOWNGRADE, "base").steps()).hasSize(2);
        };
    look.run();
    assertEachIsNeeded(each(page), look);
    assertThatThrownBy(() -> looking.downgrade("base"))
        .isInstanceOf(RevisionFailedException.class)
        .hasMessageContaining("permission denied");
    assertThat(looking.status().isAtHead()).isTrue();
  }

  @Test
  void forARoleThatIsToNameWhoStandsInItsWay() throws SQLException {
    db.execute(page("create.sql"));
    Migrations impatient =
        revisions.on(
            as("shop_migrator"),
            SqlRevisions.settings().withSchema("app").withAdvisoryLockWait(Duration.ZERO));
    try (Connection holder = db.connect()) {
      int pid = LockHolder.holdRunLock(holder, "app");

      assertThatThrownBy(() -> impatient.upgrade("head"))
          .hasMessageContaining("pid " + pid)
          .hasMessageNotContaining("last query");
      db.execute(page("look.sql"));
      assertThatThrownBy(() -> impatient.upgrade("head"))
          .hasMessageContaining("pid " + pid)
          .hasMessageContaining("last query");
    }
  }

  @Test
  void ofTheTablesAreThoseThatTheEngineCreates() {
    assertThat(page("tables.sql").replace(";\n", ";"))
        .isEqualTo(String.join(";", new Tables("app").ddl().subList(0, 4)) + ";");
  }
}
