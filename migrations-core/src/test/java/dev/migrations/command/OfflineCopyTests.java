package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a {@code COPY} in a script. */
@PostgresTest
class OfflineCopyTests {

  private static final String FILE =
      """
      CREATE TABLE note (id int, text text);
      COPY note FROM stdin -- no semicolon here
      ;
      1	it's; -- $$
      2	ä\\\\.
      \\.
      COPY note FROM stdin (DELIMITER ',');
      3,a;
      \\.
      """;

  @TempDir Path directory;
  @TempDir Path scripts;
  private Migrations migrations;

  @BeforeEach
  void createRevision(TestDatabase db) {
    migrations = new SqlRevisions(directory).add("notes", "", FILE, "DROP TABLE note;").on(db);
  }

  @Test
  void theyStandBelowTheirStatement() {
    assertThat(SqlSplitter.split(migrations.upgradeSql("head", 14)))
        .extracting(SqlStatement::copyData)
        .filteredOn(rows -> rows != null)
        .extracting(rows -> rows.text())
        .containsExactly("1\tit's; -- $$\n2\tä\\\\.\n", "3,a;\n");
  }

  @Test
  void psqlCopiesThem(TestDatabase db) throws IOException {
    assumeTrue(Scripts.psqlIsThere(), "psql is not installed");

    Scripts.Result result = Scripts.psql(migrations.upgradeSql("head", 14), db, scripts);

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(db.column("SELECT note::text FROM note ORDER BY id"))
        .containsExactly("(1,\"it's; -- $$\")", "(2,\"ä\\\\.\")", "(3,a;)");
    assertThat(migrations.status().isAtHead()).isTrue();
  }
}
