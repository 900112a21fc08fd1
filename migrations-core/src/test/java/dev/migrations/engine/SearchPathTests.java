package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.command.Scripts;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.graph.Direction;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Recovery.IndexRebuild;
import dev.migrations.operation.Recovery.PartitionDetach;
import dev.migrations.script.RevisionScripts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Others may create what they like in a schema on the search path. What they make there is called
 * by nothing that the engine does.
 */
@PostgresTest
class SearchPathTests {

  /** Fits better than what pg_catalog has for many types; and is found before all it has. */
  private static final String BEHIND = "%s, hostile";

  private static final String IN_FRONT = "%s, hostile, pg_catalog";

  private static HostileSearchPath hostile;

  @TempDir Path directory;

  @BeforeAll
  static void createDatabase() throws IOException {
    hostile = new HostileSearchPath();
  }

  @AfterAll
  static void dropDatabase() {
    hostile.close();
  }

  private SqlRevisions revisions() {
    return new SqlRevisions(directory)
        .add(
            "r1",
            "",
            "CREATE TABLE t (id bigint PRIMARY KEY, a integer);\nINSERT INTO t VALUES (1, 1), (2, 2);",
            "DROP TABLE t;")
        .add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t (a);", "DROP INDEX CONCURRENTLY ix;")
        .add(
            "r3",
            "r2",
            "ALTER TABLE t ADD COLUMN b integer;\nCREATE INDEX CONCURRENTLY ix_b ON t (b);\nINSERT INTO t VALUES (NULL);",
            "ALTER TABLE t DROP COLUMN b;");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEHIND, IN_FRONT})
  void noRunAndNoLookCallsWhatIsThere(String path) throws SQLException {
    String schema = "run" + path.length();
    DataSource dataSource = hostile.dataSource(schema, path.formatted(schema));
    SqlRevisions revisions = revisions();
    Migrations migrations = revisions.on(dataSource);

    migrations.upgrade("r1");
    execute(dataSource, "CREATE INDEX ix ON t (a)");
    assertThatThrownBy(() -> migrations.upgrade("head")).hasMessageContaining("null value");
    assertThat(migrations.status().underWay().get(0).unitsDone()).isEqualTo(2);
    migrations.downgrade("-1");
    assertThat(migrations.status().underWay()).isEmpty();
    assertThatThrownBy(() -> migrations.upgrade("head")).hasMessageContaining("null value");
    revisions.add(
        "r3",
        "r2",
        "ALTER TABLE t ADD COLUMN b integer;\nCREATE INDEX CONCURRENTLY ix_b ON t (b);\nINSERT INTO t VALUES (3);",
        "ALTER TABLE t DROP COLUMN b;");
    Migrations corrected = revisions.on(dataSource);
    corrected.upgrade("head");

    assertThat(corrected.upgrade("head").steps()).isEmpty();
    assertThat(corrected.overview().history()).isNotEmpty();
    assertThat(corrected.lastApplied().history()).hasSize(1);
    assertThat(corrected.check()).isEmpty();
    assertThat(corrected.plan(Direction.DOWNGRADE, "base").steps()).hasSize(3);
    assertThat(corrected.existing(null, null).contents()).isNotEmpty();
    corrected.stamp(List.of("r1"), false);
    corrected.stamp(List.of("head"), true);
    corrected.downgrade("base");
    assertThat(corrected.status().current()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {BEHIND, IN_FRONT})
  void noOperationCallsWhatIsThere(String path) throws SQLException {
    String schema = "op" + path.length();
    DataSource dataSource = hostile.dataSource(schema, path.formatted(schema));
    RevisionScripts scripts =
        RevisionScripts.load(
            List.of(),
            List.of(new EveryBlock.Tables(), new EveryBlock.InUse()),
            getClass().getClassLoader());

    new Migrations(dataSource, scripts, SqlRevisions.settings(), List.of()).upgrade("head");

    // What is left behind is executed by whoever writes a row.
    execute(dataSource, "INSERT INTO log VALUES ('b', 'ok', 2)");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEHIND, IN_FRONT})
  void noScriptCallsWhatIsThere(String path) throws SQLException {
    String schema = "script" + path.length();
    DataSource dataSource = hostile.dataSource(schema, path.formatted(schema));
    revisions().add("r3", "r2", "ALTER TABLE t ADD COLUMN b integer;", "ALTER TABLE t DROP b;");
    Migrations migrations = new SqlRevisions(directory).on(dataSource);

    try (Connection connection = dataSource.getConnection()) {
      Scripts.execute(migrations.upgradeSql("head", 14), connection);
      Scripts.execute(migrations.downgradeSql("head:r1", 14), connection);
      Scripts.execute(migrations.stampSql(List.of("r1:head")), connection);
    }

    assertThat(migrations.status().current()).containsExactly("r3");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEHIND, IN_FRONT})
  void noWaitCallsWhatIsThere(String path) throws SQLException {
    String schema = "wait" + path.length();
    DataSource dataSource = hostile.dataSource(schema, path.formatted(schema));
    Migrations migrations =
        revisions()
            .on(
                dataSource,
                SqlRevisions.settings().withAdvisoryLockWait(Duration.ZERO).withLockAttempts(1));
    migrations.upgrade("r1");

    try (Connection holder = hostile.connect()) {
      int pid = LockHolder.holdTable(holder, schema + ".t");
      assertThat(
              catchThrowableOfType(
                  RevisionFailedException.class, () -> migrations.downgrade("base")))
          .extracting(RevisionFailedException::action)
          .asString()
          .contains("pid " + pid);
      holder.rollback();
    }
    try (Connection holder = hostile.connect()) {
      LockHolder.holdRunLock(holder, schema);
      assertThatThrownBy(() -> migrations.downgrade("base"))
          .isInstanceOf(AdvisoryLockException.class);
      try (Session session = Session.open(dataSource)) {
        assertThat(new ActivityReader(session, schema).read()).isNotNull();
        lookForLostSessions(session.connection(), schema);
      }
    }
  }

  private static void lookForLostSessions(Connection connection, String schema)
      throws SQLException {
    String held = AdvisoryLock.held(AdvisoryLock.key(schema));
    assertThat(ServerSession.of(connection).pid()).isPositive();
    new AbandonedSession(connection, new HeldLock(0, "2026-01-01")).endIfWaiting(held);
    new StrayLock(connection, 0, held).clear(() -> false);
  }

  @ParameterizedTest
  @ValueSource(strings = {BEHIND, IN_FRONT})
  void noRecoveryAndNoAdoptionCallsWhatIsThere(String path) throws SQLException {
    String schema = "recovery" + path.length();
    DataSource dataSource = hostile.dataSource(schema, path.formatted(schema));
    execute(
        dataSource,
        """
        CREATE TABLE flyway_schema_history (installed_rank integer, version varchar(50),
          description varchar(200), type varchar(20), installed_on timestamp, success boolean);
        INSERT INTO flyway_schema_history VALUES (1, '1', 'first', 'SQL', '2026-01-01', true);
        CREATE TABLE t (id bigint);
        CREATE INDEX ix_ccnew ON t (id)""");
    hostile.execute(
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = '%s.ix_ccnew'::regclass"
            .formatted(schema));

    try (Connection connection = dataSource.getConnection()) {
      new RebuildRecovery(connection).clear(new IndexRebuild(QualifiedName.parse("t")));
      new PartitionRecovery(connection)
          .isDone(new PartitionDetach(QualifiedName.parse("t"), QualifiedName.parse("t")), true);
      assertThat(new IndexCatalog(connection).exists(QualifiedName.parse("ix_ccnew"))).isFalse();
    }
    ExistingDatabase existing = revisions().on(dataSource).existing(null, null);
    assertThat(existing.found()).isNotNull();
    execute(dataSource, LIQUIBASE.formatted("DROP TABLE flyway_schema_history"));
    existing = revisions().on(dataSource).existing("databasechangelog", null);
    assertThat(existing.found()).isNotNull();
  }

  private static final String LIQUIBASE =
      """
      %s;
      CREATE TABLE databasechangeloglock (id integer, locked boolean, lockgranted timestamp, lockedby varchar(255));
      CREATE TABLE databasechangelog (id varchar(255), author varchar(255), filename varchar(255),
        dateexecuted timestamp, orderexecuted integer);
      INSERT INTO databasechangelog VALUES ('1', 'a', 'f', '2026-01-01', 1)""";

  private static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
