package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.command.Scripts;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What an author and an operator call things is stored, and read back as it was. */
@PostgresTest
class HostileValuesTests {

  private static final String ASCII = "a';\"\\'\\\\%s%n%1$s{d?}{}?;/*$$$x${fn_x}.;E'";

  private static final String ARABIC_AND_MORE = "مرحبا\u202eabc\u2066Ω✓\uD83D\uDE80é\uFEFF";

  @TempDir Path directory;

  private SqlRevisions revisions(String name) {
    return new SqlRevisions(directory)
        .write("1", revision(name, "", name, "CREATE TABLE t (id bigint);", "DROP TABLE t;"))
        .write(
            "2",
            revision(
                name + "2",
                name,
                name + " " + name,
                "CREATE INDEX CONCURRENTLY ix ON t (id);\nINSERT INTO t VALUES (1);",
                "DROP INDEX CONCURRENTLY ix;"));
  }

  private static String revision(
      String id, String down, String message, String upgrade, String downgrade) {
    return """
        -- revision: %s
        -- down-revision: %s
        -- branch-labels: l%s
        -- message: %s

        -- upgrade
        %s

        -- downgrade
        %s
        """
        .formatted(id, down, id, message, upgrade, downgrade);
  }

  private static MigrationsSettings settings(String name) {
    return SqlRevisions.settings()
        .withSchema("s" + name)
        .withApplication(name)
        .withApplicationVersion(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {ASCII, ARABIC_AND_MORE})
  void areReadBackAsTheyWere(String name, TestDatabase db) throws SQLException {
    db.execute("ALTER DATABASE %s SET standard_conforming_strings = off".formatted(db.name()));
    SqlRevisions revisions = revisions(name);
    Migrations migrations = revisions.on(db.dataSource(), settings(name));

    assertThat(migrations.upgrade("l" + name + "2@head").rowsAfter()).containsExactly(name + "2");
    assertThat(migrations.upgrade("heads").steps()).isEmpty();
    assertThat(migrations.status().current()).containsExactly(name + "2");
    assertThat(migrations.check()).isEmpty();
    assertThat(migrations.plan(Direction.DOWNGRADE, name).steps()).hasSize(1);
    HistoryEntry entry = migrations.lastApplied().history().get(0);
    assertThat(entry.revision()).isEqualTo(name + "2");
    assertThat(entry.message()).isEqualTo(name + " " + name);
    assertThat(entry.application()).isEqualTo(name);
    assertThat(entry.applicationVersion()).isEqualTo(name);
    migrations.stamp(List.of(name), false);
    migrations.stamp(List.of(name + "2"), true);
    assertThat(migrations.downgrade("base").rowsAfter()).isEmpty();

    Scripts.execute(migrations.upgradeSql("base:heads", 14), db);
    assertThat(migrations.status().current()).containsExactly(name + "2");
    Scripts.execute(migrations.downgradeSql("heads:" + name, 14), db);
    Scripts.execute(migrations.stampSql(List.of(name + ":heads")), db);
    assertThat(migrations.lastApplied().history().get(0).message()).isEqualTo(name + " " + name);
  }

  @Test
  void mayHaveAsManyCharactersAsAnIndexHolds(TestDatabase db) {
    // No two alike in a row, which the server could store as less.
    StringBuilder id = new StringBuilder();
    for (int at = 0; at < 85; at++) {
      id.append(Character.toString(0x20000 + at * 7)).append((char) ('a' + at % 26));
    }
    Migrations migrations = revisions(id.substring(0, 252)).on(db);

    assertThat(migrations.upgrade("head").rowsAfter()).containsExactly(id.substring(0, 252) + "2");
    assertThatThrownBy(() -> revisions(id + "x").on(db))
        .hasMessageContaining("1.sql) is not allowed: it has 256 characters, and may have 255");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQL_ASCII", "LATIN1"})
  void areRefusedWhereTheDatabaseHasNoPlaceForThem(String encoding) {
    try (TestDatabase db = PostgresServer.shared().createDatabase()) {
      String name = "encoded_" + db.name();
      db.execute(
          "CREATE DATABASE %s ENCODING '%s' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
              .formatted(name, encoding));
      try {
        storeIn(db, name, encoding.equals("SQL_ASCII"));
      } finally {
        db.execute("DROP DATABASE " + name + " WITH (FORCE)");
      }
    }
  }

  private void storeIn(TestDatabase db, String name, boolean takesAll) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(db.jdbcUrl().replace(db.name(), name));
    dataSource.setUser(db.user());
    dataSource.setPassword(db.password());
    Migrations latin = revisions("é").on(dataSource);
    latin.upgrade("head");
    assertThat(latin.lastApplied().history().get(0).message()).isEqualTo("é é");
    latin.downgrade("base");

    Migrations greek = revisions("Ω").on(dataSource);
    if (takesAll) {
      greek.upgrade("head");
      assertThat(greek.lastApplied().history().get(0).message()).isEqualTo("Ω Ω");
      return;
    }
    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> greek.upgrade("head"));
    assertThat(failure.description())
        .contains("of revision Ω (Ω) failed")
        .contains("LATIN1")
        .contains("1.sql, unit 1 of 1, while the run was being recorded");
    assertThat(failure.action())
        .startsWith("Nothing of the revision was kept. Write the id, the message");
    assertThat(greek.status().current()).isEmpty();
    assertThat(greek.overview().history().get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(greek.overview().history().get(0).revision()).isEqualTo("?");
  }
}
