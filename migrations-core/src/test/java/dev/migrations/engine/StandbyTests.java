package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.migrations.fixture.ReplicatedPostgres;
import dev.migrations.graph.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server in recovery: all that only reads works there. Both servers are made from the binaries
 * from Maven, whatever the other tests run on; without them the tests are skipped.
 */
class StandbyTests {

  @TempDir private static Path data;

  private static @Nullable ReplicatedPostgres postgres;

  @TempDir Path directory;

  @BeforeAll
  static void start() throws IOException {
    try {
      postgres = ReplicatedPostgres.start(data);
    } catch (IllegalStateException missing) {
      Assumptions.abort("No binaries of PostgreSQL from Maven for this machine: " + missing);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void servesWhatReadsAndRefusesWhatWouldWrite() {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    Migrations standby = revisions.on(postgres.replica());

    assertThatThrownBy(() -> standby.upgrade("head"))
        .as("without tables")
        .isInstanceOf(StandbyException.class)
        .hasMessageContaining("targetServerType=primary");

    revisions.on(postgres.primary()).upgrade("head");
    await().until(() -> standby.status().isAtHead());

    assertThat(standby.upgrade("head").steps()).isEmpty();
    standby.validate("head");
    assertThat(standby.overview().history()).hasSize(2);
    assertThat(standby.lastApplied().history()).isNotEmpty();
    assertThat(standby.check()).isEmpty();
    assertThat(standby.existing(null, null).rows()).containsExactly("r2");
    assertThat(standby.plan(Direction.DOWNGRADE, "base").plan().steps()).hasSize(2);
    assertThat(standby.stamp(List.of("head"), false).isEmpty()).isTrue();

    Migrations behind = revisions.add("r3", "r2", "CREATE TABLE t3 ();", "").on(postgres.replica());
    assertThat(behind.plan(Direction.UPGRADE, "head").plan().steps()).hasSize(1);
    assertThat(behind.check()).isNotEmpty();
    assertThatThrownBy(() -> behind.validate("head")).isInstanceOf(NotAtTargetException.class);
    for (Runnable writing :
        List.<Runnable>of(
            () -> behind.upgrade("head"),
            () -> behind.downgrade("base"),
            () -> behind.stamp(List.of("head"), false))) {
      assertThatThrownBy(writing::run)
          .isInstanceOf(StandbyException.class)
          .hasMessageContaining("standby in recovery")
          .hasMessageContaining("primary");
    }
  }
}
