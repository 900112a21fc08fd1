package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a database that was there before. */
@PostgresTest
class ExistingDatabaseTests {

  private static final String FLYWAY =
      """
      CREATE TABLE %1$s (installed_rank int PRIMARY KEY, version varchar(50),
        description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL,
        checksum int, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT
        now(), execution_time int NOT NULL, success boolean NOT NULL);
      CREATE INDEX ON %1$s (success)""";

  @TempDir Path directory;

  @Test
  void flywayIsAtItsHighestVersionInWhateverOrderItRan(TestDatabase db) {
    db.execute(FLYWAY.formatted("flyway_schema_history"));
    row(db, 0, null, "<< Flyway Schema Creation >>", "SCHEMA", true);
    row(db, 1, "2", "Baseline", "BASELINE", true);
    row(db, 2, "10", "Tenth", "SQL", true);
    row(db, 3, "9.1", "Out of order", "JDBC", true);
    row(db, 4, null, "View", "SQL", true);
    row(db, 5, null, "View", "SQL", true);
    row(db, 6, "11", "Undone", "SQL", true);
    row(db, 7, "11", "Undone", "UNDO_SQL", true);
    row(db, 8, "12", "Deleted", "SQL", true);
    row(db, 9, "12.0", "Deleted", "DELETE", true);

    FoundPredecessor found = existing(db).found();

    assertThat(found.predecessor()).hasToString("flyway 10");
    assertThat(found.schema()).isEqualTo("public");
    assertThat(found.details().get(0)).startsWith("version 10, Tenth, installed on 20");
    assertThat(found.details().get(1))
        .isEqualTo("3 versioned and 1 repeatable migrations are applied");
  }

  @Test
  void aVersionThatIsAppliedAgainAfterItsUndoCounts(TestDatabase db) {
    db.execute(FLYWAY.formatted("flyway_schema_history"));
    row(db, 1, "1", "One", "SQL", true);
    row(db, 2, "1", "One", "UNDO_SQL", true);
    assertThat(existing(db).found().predecessor()).isNull();
    assertThat(existing(db).predecessor()).isEqualTo(Predecessor.UNVERSIONED);
    row(db, 3, "1", "One", "SQL", true);
    assertThat(existing(db).predecessor()).hasToString("flyway 1");
  }

  @Test
  void aFailedMigrationOfFlywayIsRefusedByName(TestDatabase db) {
    db.execute(FLYWAY.formatted("flyway_schema_history"));
    row(db, 1, "1", "One", "SQL", true);
    row(db, 2, "2", "Index concurrently", "SQL", false);
    assertThatThrownBy(() -> existing(db))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("a migration failed: 2 (Index concurrently)")
        .hasMessageContaining("flyway repair");
  }

  @Test
  void alembicIsAtItsRowsSorted(TestDatabase db) {
    db.execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
    assertThat(existing(db).found().predecessor()).isNull();
    db.execute("INSERT INTO alembic_version VALUES ('b2'), ('A3'), ('a1')");
    assertThat(existing(db).predecessor()).hasToString("alembic A3, a1, b2");
  }

  @Test
  void aTableThatHoldsSomethingElseIsRefusedByName(TestDatabase db) {
    db.execute("CREATE TABLE alembic_version (version_num text)");
    for (String nonsense : List.of("''", "E'a\\nDROP TABLE x;'")) {
      db.execute(
          "DELETE FROM alembic_version; INSERT INTO alembic_version VALUES (" + nonsense + ")");
      assertThatThrownBy(() -> existing(db))
          .isInstanceOf(MigrationsException.class)
          .hasMessageContaining("public.alembic_version does not hold what Alembic writes");
    }
    db.execute("DROP TABLE alembic_version; " + FLYWAY.formatted("flyway_schema_history"));
    row(db, 1, "x1", "No version", "SQL", true);
    assertThatThrownBy(() -> existing(db))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("does not hold what Flyway writes");
  }

  @Test
  void aTableWithoutColumnsIsNobodys(TestDatabase db) {
    db.execute("CREATE TABLE flyway_schema_history ()");
    assertThat(existing(db).found()).isNull();
  }

  @Test
  void liquibaseIsAtTheSetOfItsChangeSetsInWhateverOrder(TestDatabase db) {
    changeLog(db);
    change(db, "a.xml", 1, "2026-01-01");
    change(db, "b.xml", 2, "2026-01-02");
    ExistingDatabase before = existing(db);
    assertThat(before.found().details().get(1)).startsWith("the last one is b.xml::1::bob");

    db.execute(
        "UPDATE databasechangelog SET orderexecuted = 3, dateexecuted = now() WHERE"
            + " filename = 'a.xml'");
    assertThat(existing(db).predecessor()).isEqualTo(before.predecessor());
    assertThat(existing(db).found().details().get(1)).startsWith("the last one is a.xml::1::bob");

    db.execute("UPDATE databasechangelog SET filename = 'c.xml' WHERE filename = 'a.xml'");
    assertThat(existing(db).predecessor()).isNotEqualTo(before.predecessor());
  }

  @Test
  void aLockOfLiquibaseIsRefusedWithItsHolder(TestDatabase db) {
    changeLog(db);
    change(db, "a.xml", 1, "2026-01-01");
    db.execute(
        "CREATE TABLE databasechangeloglock (id int, locked boolean, lockgranted timestamp,"
            + " lockedby text); INSERT INTO databasechangeloglock VALUES (1, true,"
            + " '2026-11-23 04:05:06', 'web-1 (10.0.0.1)')");
    assertThatThrownBy(() -> existing(db))
        .hasMessageContaining("by web-1 (10.0.0.1) since 2026-11-23 04:05:06")
        .hasMessageContaining("release-locks");
  }

  @Test
  void severalToolsAreRefusedUntilOneIsNamed(TestDatabase db) {
    db.execute(FLYWAY.formatted("flyway_schema_history"));
    row(db, 1, "1", "One", "SQL", true);
    db.execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
    assertThatThrownBy(() -> existing(db))
        .hasMessageContaining("public.alembic_version, public.flyway_schema_history")
        .hasMessageContaining("--from alembic");
    assertThat(existing(db, null, PredecessorTool.FLYWAY).predecessor()).hasToString("flyway 1");
    assertThat(existing(db, null, PredecessorTool.UNVERSIONED).found()).isNull();
  }

  @Test
  void aTableOfAnotherNameIsKnownByItsColumns(TestDatabase db) {
    db.execute("CREATE SCHEMA \"Old\"; " + FLYWAY.formatted("\"Old\".schema_version"));
    db.execute(
        "INSERT INTO \"Old\".schema_version VALUES (1, '7', 'x', 'SQL', 'x', 1, 'x', now(),"
            + " 1, true)");
    db.execute("CREATE TABLE customers (id bigint)");

    assertThat(existing(db).found()).isNull();
    assertThat(existing(db, "\"Old\".schema_version", null).predecessor())
        .hasToString("flyway 7 in \"Old\".schema_version");
    assertThatThrownBy(() -> existing(db, "customers", null))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("customers does not look like one of Alembic, Flyway or Liquibase");
    assertThat(existing(db, "missing", PredecessorTool.ALEMBIC).found()).isNull();
  }

  @Test
  void aTableThatMayNotBeReadIsSaidByName(TestDatabase db) {
    db.execute(FLYWAY.formatted("flyway_schema_history"));
    String user = "reader_" + db.name();
    db.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'x'");
    try {
      Migrations migrations = new SqlRevisions(directory).on(db.dataSource(user, "x"));
      assertThatThrownBy(() -> migrations.existing(null, null))
          .hasMessageContaining("public.flyway_schema_history of Flyway cannot be read")
          .hasMessageContaining("Grant SELECT");
    } finally {
      db.execute("DROP ROLE " + user);
    }
  }

  @Test
  void bookkeepingIdentitySequencesAndSystemObjectsDoNotCount(TestDatabase db) {
    db.execute(FLYWAY.formatted("flyway_schema_history"));
    new SqlRevisions(directory).addTables(1).on(db).upgrade("head");
    new SqlRevisions(directory).addTables(1).on(db).downgrade("base");
    assertThat(existing(db).isEmpty()).isTrue();

    db.execute(
        """
        CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, e int);
        CREATE TABLE b (id bigserial) PARTITION BY RANGE (id);
        CREATE VIEW v AS SELECT 1 AS one;
        CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
        CREATE SEQUENCE s;
        CREATE TYPE mood AS ENUM ('good');
        CREATE TYPE pair AS (a int, b int);
        CREATE DOMAIN positive AS int CHECK (VALUE > 0);
        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE SCHEMA other; CREATE TABLE other.t ();""");
    assertThat(existing(db).contents())
        .containsExactly(
            new SchemaContents("other", 1, 0, 0, 0, 0, 0),
            new SchemaContents("public", 2, 2, 2, 1, 3, 1));
  }

  private ExistingDatabase existing(TestDatabase db) {
    return existing(db, null, null);
  }

  private ExistingDatabase existing(TestDatabase db, String table, PredecessorTool tool) {
    return new SqlRevisions(directory).on(db).existing(table, tool);
  }

  private static void row(
      TestDatabase db, int rank, String version, String description, String type, boolean success) {
    db.execute(
        "INSERT INTO flyway_schema_history VALUES (%d, %s, '%s', '%s', 'x', 1, 'x', now(), 1, %s)"
            .formatted(
                rank, version == null ? "NULL" : "'" + version + "'", description, type, success));
  }

  private static void changeLog(TestDatabase db) {
    db.execute(
        "CREATE TABLE databasechangelog (id varchar(255), author varchar(255), filename varchar"
            + "(255), dateexecuted timestamp, orderexecuted int)");
  }

  private static void change(TestDatabase db, String file, int order, String date) {
    db.execute(
        "INSERT INTO databasechangelog VALUES ('1', 'bob', '%s', '%s', %d)"
            .formatted(file, date, order));
  }
}
