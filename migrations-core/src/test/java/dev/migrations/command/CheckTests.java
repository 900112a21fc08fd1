package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.engine.Finding;
import dev.migrations.engine.Finding.Kind;
import dev.migrations.engine.RevisionFailedException;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit between a database and the revisions. */
@PostgresTest
class CheckTests {

  @TempDir Path directory;

  @Test
  void findsNothingAtHead(TestDatabase db) {
    Commands commands = new Commands(new SqlRevisions(directory).addTables(2).on(db));
    commands.upgrade("head");

    assertThat(commands.check()).isEmpty();
  }

  @Test
  void anEmptyDatabaseIsNotAtHeadAndStaysEmpty(TestDatabase db) {
    Commands commands = new Commands(new SqlRevisions(directory).addTables(2).on(db));

    List<Finding> findings = commands.check();

    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.NOT_AT_HEAD);
    assertThat(findings.get(0).revisions()).containsExactly("r1", "r2");
    assertThat(findings.get(0))
        .hasToString("The database is not at head: 2 revisions are pending, from r1 to r2.");
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
  }

  @Test
  void collectsAllThatIsWrongEachInOneLine(TestDatabase db) {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(2)
            .add("r3", "r2", "CREATE INDEX CONCURRENTLY i ON t1 (id);\nSELECT 1/0;", "SELECT 1;")
            .add("s3", "r2", "CREATE TABLE s3 (id bigint);", "DROP TABLE s3;");
    assertThatThrownBy(() -> revisions.on(db).upgrade("r3"))
        .isInstanceOf(RevisionFailedException.class);
    revisions.add("r1", "", "CREATE TABLE t1 (id uuid);", "DROP TABLE t1;");
    db.execute("INSERT INTO migrations_revision VALUES ('lost')");

    List<Finding> findings = new Commands(revisions.on(db)).check();

    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactlyInAnyOrder(
            Kind.UNKNOWN_REVISION,
            Kind.REVISION_UNDER_WAY,
            Kind.EDITED_REVISION,
            Kind.SEVERAL_HEADS,
            Kind.NOT_AT_HEAD);
    assertThat(findings).extracting(Finding::text).allMatch(text -> text.lines().count() == 1);
    assertThat(of(Kind.UNKNOWN_REVISION, findings).revisions()).containsExactly("lost");
    assertThat(of(Kind.EDITED_REVISION, findings).text()).contains("r1").contains("r1.sql");
    assertThat(of(Kind.REVISION_UNDER_WAY, findings).text()).contains("upgrade of revision r3");
    assertThat(of(Kind.SEVERAL_HEADS, findings).revisions()).containsExactly("r3", "s3");
    assertThat(of(Kind.NOT_AT_HEAD, findings).revisions()).containsExactly("r3", "s3");
  }

  private static Finding of(Kind kind, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.kind() == kind).findFirst().orElseThrow();
  }
}
