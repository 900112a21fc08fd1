package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of an enum type that are added, and used, in one SQL file. */
@PostgresTest
class EnumValueInFileTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void createRevisions() {
    revisions = new SqlRevisions(directory);
  }

  @Test
  void whatFollowsMayUseThem(TestDatabase db) {
    db.execute("CREATE TYPE mood AS ENUM ('sad')");
    Migrations migrations =
        revisions
            .add(
                "mood",
                "",
                """
                ALTER TYPE mood ADD VALUE 'happy';
                ALTER TYPE mood ADD VALUE 'glad' BEFORE 'happy';
                CREATE TABLE person (mood mood DEFAULT 'happy' CHECK (mood <> 'glad'));
                INSERT INTO person DEFAULT VALUES;
                DO $$ BEGIN UPDATE person SET mood = ('h' || 'appy')::mood; END $$;
                """,
                "DROP TABLE person;")
            .on(db);

    migrations.upgrade("head");

    assertThat(db.column("SELECT mood FROM person")).containsExactly("happy");
    assertThat(db.column("SELECT unnest(enum_range(NULL::mood))"))
        .containsExactly("sad", "glad", "happy");
  }

  @Test
  void soMayWhatFollowsInARevisionThatCreatesTheType(TestDatabase db) {
    Migrations migrations =
        revisions
            .add(
                "mood",
                "",
                "CREATE TYPE mood AS ENUM ('sad'); ALTER TYPE mood ADD VALUE 'happy';"
                    + "CREATE TABLE person AS SELECT 'happy'::mood AS mood;",
                "DROP TABLE person; DROP TYPE mood;")
            .on(db);

    migrations.upgrade("head");
    assertThat(db.column("SELECT mood FROM person")).containsExactly("happy");
    migrations.downgrade("base");
    migrations.upgrade("head");
    assertThat(db.column("SELECT mood FROM person")).containsExactly("happy");
  }

  @Test
  void afterAFailureTheRunGoesOnBehindThem(TestDatabase db) {
    db.execute("CREATE TYPE mood AS ENUM ('sad')");
    Migrations migrations =
        revisions
            .add(
                "mood",
                "",
                "ALTER TYPE mood ADD VALUE 'happy'; INSERT INTO person VALUES ('happy');",
                "")
            .on(db);

    assertThatThrownBy(() -> migrations.upgrade("head"))
        .isInstanceOf(RevisionFailedException.class)
        .hasMessageContaining("unit 2 of 2");
    db.execute("CREATE TABLE person (mood mood)");
    migrations.upgrade("head");

    assertThat(db.column("SELECT mood FROM person")).containsExactly("happy");
  }
}
