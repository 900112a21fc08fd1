package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.command.Scripts;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Somebody else who may create tables in the schema made some with the names of the engine's,
 * before the engine did. Whatever hangs on a table runs as the user who touches it.
 */
@PostgresTest
class PlantedTablesTests {

  @TempDir Path directory;
  private SqlRevisions revisions;
  private TestDatabase db;
  private String mallory;
  private String migrator;
  private String dba;

  @BeforeEach
  void createRoles(TestDatabase database) {
    db = database;
    mallory = "mallory_" + db.name();
    migrator = "migrator_" + db.name();
    dba = "dba_" + db.name();
    revisions = new SqlRevisions(directory).addTables(1);
    for (String role : List.of(mallory, migrator, dba)) {
      db.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
      db.execute("GRANT CREATE, USAGE ON SCHEMA public TO " + role);
    }
    db.execute(
        """
        CREATE TABLE ran (by_whom text);
        GRANT INSERT ON ran TO PUBLIC""");
    asMallory(
        """
        CREATE FUNCTION evil(text) RETURNS text LANGUAGE plpgsql AS
          'BEGIN INSERT INTO ran VALUES (current_user); RETURN $1; END';
        CREATE FUNCTION evil() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN INSERT INTO ran VALUES (current_user); RETURN NEW; END';
        CREATE FUNCTION folded() RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''x''::text'""");
  }

  @AfterEach
  void dropRoles() {
    db.execute(
        "REASSIGN OWNED BY %1$s, %2$s, %3$s TO CURRENT_USER".formatted(mallory, migrator, dba));
    db.execute("DROP OWNED BY %s, %s, %s CASCADE".formatted(mallory, migrator, dba));
    db.execute("DROP ROLE %s, %s, %s".formatted(mallory, migrator, dba));
  }

  private void asMallory(String sql) {
    as(mallory, sql);
  }

  /** What is constant, PostgreSQL computes already while it plans a query. */
  private void plant(String sql) {
    asMallory(sql);
    asMallory(
        """
        CREATE OR REPLACE FUNCTION folded() RETURNS text LANGUAGE plpgsql IMMUTABLE AS
          'BEGIN RAISE EXCEPTION ''ran while planned''; END'""");
  }

  private void as(String role, String sql) {
    db.execute("SET SESSION AUTHORIZATION " + role + ";\n" + sql);
  }

  private Migrations asMigrator() {
    return revisions.on(db.dataSource(migrator, "secret"));
  }

  private String tables() {
    return String.join(";\n", new Tables("public").ddl())
        + ";\nGRANT ALL ON migrations_revision, migrations_history, migrations_journal TO PUBLIC;\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW migrations_revision AS SELECT evil('x') AS revision",
        "CREATE VIEW migrations_revision AS SELECT folded() AS revision",
        "%s; CREATE TRIGGER t BEFORE INSERT ON migrations_history FOR EACH ROW EXECUTE FUNCTION evil()",
        "%s; CREATE RULE r AS ON INSERT TO migrations_history DO ALSO SELECT evil('x')",
        "%s; ALTER TABLE migrations_history ALTER host SET DEFAULT evil('x')",
        "%s; ALTER TABLE migrations_revision ENABLE ROW LEVEL SECURITY;"
            + " CREATE POLICY p ON migrations_revision USING (evil(revision) = revision)",
        "%s; CREATE INDEX i ON migrations_revision ((folded()), revision)",
        "CREATE TABLE migrations_journal ()",
      })
  void areRefusedBeforeAQueryNamesThem(String planted) {
    plant(planted.replace("%s;", tables()));
    db.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + migrator);

    UntrustedTablesException refused =
        catchThrowableOfType(UntrustedTablesException.class, () -> asMigrator().upgrade("head"));

    assertThat(refused.description()).contains("public.migrations_").contains(mallory);
    assertThat(refused.action())
        .contains("ALTER TABLE … OWNER TO …")
        .contains("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    assertThatThrownBy(() -> asMigrator().status()).isInstanceOf(UntrustedTablesException.class);
    assertThatThrownBy(() -> asMigrator().stamp(List.of("r1"), false))
        .isInstanceOf(UntrustedTablesException.class);
    // A superuser is no member of all roles in this.
    assertThatThrownBy(() -> revisions.on(db).check()).isInstanceOf(UntrustedTablesException.class);
    assertThatThrownBy(() -> Scripts.execute(asMigrator().upgradeSql("head", 14), db))
        .hasMessageContaining("no reason to trust");
    assertThat(db.column("SELECT by_whom FROM ran")).isEmpty();
  }

  @Test
  void areFoundAlsoWhenTheyCameJustBeforeTheEngineMadeItsOwn() throws Exception {
    CompletableFuture<RunReport> run;
    try (Connection holder = db.connect()) {
      LockHolder.holdRunLock(holder, "public");
      run = CompletableFuture.supplyAsync(() -> asMigrator().upgrade("head"));
      Awaitility.await()
          .until(
              () ->
                  db.column(
                      "SELECT query FROM pg_stat_activity WHERE usename = '%s'"
                          .formatted(migrator)),
              queries -> queries.stream().anyMatch(query -> query.startsWith("SELECT taken")));
      asMallory(
          tables()
              + "CREATE TRIGGER t BEFORE INSERT ON migrations_history FOR EACH ROW EXECUTE FUNCTION evil()");
    }
    assertThat(run)
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining(mallory);
    assertThat(db.column("SELECT by_whom FROM ran")).isEmpty();
    assertThat(db.value("SELECT to_regclass('t1')")).isNull();
  }

  @Test
  void areWorkedWithWhereTheirOwnerIsTrusted() {
    as(dba, tables());
    assertThatThrownBy(() -> asMigrator().upgrade("head"))
        .isInstanceOf(UntrustedTablesException.class);

    for (String trusting :
        List.of(
            "ALTER SCHEMA public OWNER TO " + dba,
            "ALTER DATABASE %s OWNER TO %s".formatted(db.name(), dba),
            "GRANT %s TO %s".formatted(dba, migrator),
            "ALTER ROLE " + dba + " SUPERUSER")) {
      db.execute(trusting);
      assertThat(asMigrator().upgrade("head").rowsAfter()).containsExactly("r1");
      assertThat(asMigrator().downgrade("base").rowsAfter()).isEmpty();
      db.execute("ALTER SCHEMA public OWNER TO CURRENT_USER");
      db.execute("ALTER DATABASE " + db.name() + " OWNER TO CURRENT_USER");
      db.execute("REVOKE %s FROM %s".formatted(dba, migrator));
      db.execute("ALTER ROLE " + dba + " NOSUPERUSER");
    }
  }

  @Test
  void ofATrustedOwnerAreRefusedWithATriggerOfSomebodyElse() {
    asMigrator().upgrade("head");
    db.execute("GRANT TRIGGER ON migrations_revision TO " + mallory);
    asMallory(
        "CREATE TRIGGER t BEFORE INSERT OR DELETE ON migrations_revision"
            + " FOR EACH ROW EXECUTE FUNCTION evil()");

    assertThatThrownBy(() -> asMigrator().downgrade("base"))
        .isInstanceOf(UntrustedTablesException.class)
        .hasMessageContaining("has the trigger t, whose function belongs to " + mallory);
    assertThat(db.column("SELECT by_whom FROM ran")).isEmpty();
  }

  @Test
  void thatHideRowsAreNoPlaceToReadFrom() {
    asMigrator().upgrade("head");
    as(
        migrator,
        "ALTER TABLE migrations_revision ENABLE ROW LEVEL SECURITY;"
            + " ALTER TABLE migrations_revision FORCE ROW LEVEL SECURITY");

    assertThatThrownBy(() -> asMigrator().upgrade("head"))
        .isInstanceOf(UntrustedTablesException.class)
        .hasMessageContaining("Row level security may hide rows");
  }

  @Test
  void aTemporaryTableOfTheSameNameIsNotTakenForOne() throws SQLException {
    asMigrator().upgrade("head");
    try (Connection connection = db.dataSource(migrator, "secret").getConnection()) {
      connection.createStatement().execute("CREATE TEMP TABLE migrations_revision (revision text)");

      Migrations migrations = revisions.on(new SingleConnectionDataSource(connection, true));

      assertThat(migrations.status().current()).containsExactly("r1");
      assertThat(migrations.downgrade("base").rowsAfter()).isEmpty();
    }
    assertThat(db.column("SELECT revision FROM migrations_revision")).isEmpty();
  }

  @Test
  void othersGetNoRightsButToReadWhateverIsGrantedByDefault() {
    as(
        migrator,
        "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO %1$s, PUBLIC;".formatted(mallory)
            + "ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO %1$s, PUBLIC".formatted(mallory));

    asMigrator().upgrade("head");

    assertThat(
            db.column(
                """
                SELECT relname || ' ' || privilege_type || ' ' || grantee::regrole
                FROM pg_class, aclexplode(relacl)
                WHERE relname LIKE 'migrations%' AND relkind IN ('r', 'S') AND grantee <> relowner
                ORDER BY 1"""))
        .containsExactly(
            "migrations_history SELECT " + mallory,
            "migrations_history_id_seq SELECT " + mallory,
            "migrations_journal SELECT " + mallory,
            "migrations_revision SELECT " + mallory);
  }

  @Test
  void thatLookLikeThoseOfAnotherToolAreNotReadEither() {
    plant(
        """
        CREATE TABLE flyway_schema_history (installed_rank int, version text, success boolean);
        CREATE INDEX i ON flyway_schema_history ((folded()), version);
        GRANT ALL ON flyway_schema_history TO PUBLIC""");

    assertThatThrownBy(() -> asMigrator().existing(null, null))
        .hasMessageContaining("belongs to " + mallory);
  }
}
