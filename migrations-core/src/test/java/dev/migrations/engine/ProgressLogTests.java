package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A log has a line every ten seconds while a unit takes long. */
@PostgresTest
class ProgressLogTests {

  @TempDir Path directory;

  private final Logger logger = (Logger) LoggerFactory.getLogger(ProgressLog.class);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  @BeforeEach
  void listen() {
    appender.start();
    logger.addAppender(appender);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(appender);
    logger.setLevel(null);
  }

  @Test
  void aRunThatNobodyListensToLogsAfterTenSeconds(TestDatabase db) throws Exception {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
    revisions.add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "");
    try (Connection writer = db.connect()) {
      int pid = LockHolder.holdTable(writer, "t1", "ROW EXCLUSIVE");
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> revisions.on(db).upgrade("head"));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(appender.list).hasSize(1));
      writer.rollback();
      run.get(30, TimeUnit.SECONDS);

      assertThat(appender.list.get(0).getFormattedMessage())
          .startsWith("Upgrade of revision r2 (1 of 1), unit 1 of 1, 10 s: CREATE INDEX")
          .contains("; waiting for writers before build", "; waits for pid " + pid);
    }
  }

  @Test
  void theNumbersAreFieldsOfAStructuredLog() {
    new ProgressLog()
        .progress(
            progress(
                new ServerActivity(
                    null,
                    new PhaseProgress("building index: scanning table", 1, 4, "blocks"),
                    false,
                    List.of())));

    assertThat(appender.list.get(0).getKeyValuePairs())
        .extracting(pair -> pair.key + "=" + pair.value)
        .containsExactly(
            "direction=DOWNGRADE",
            "revision=r3",
            "durationMs=40000",
            "phase=building index: scanning table",
            "percentage=25");
  }

  @Test
  void whereTheServerCouldNotBeAskedTheLineTellsWhereToLook() {
    new ProgressLog().progress(progress(null));

    assertThat(appender.list.get(0).getFormattedMessage())
        .isEqualTo(
            "Downgrade of revision r3 (3 of 7), unit 1 of 2, 40 s; pg_stat_activity shows what it"
                + " does or waits for");
  }

  private static Progress progress(ServerActivity activity) {
    return new Progress(
        "r3", Direction.DOWNGRADE, 3, 7, 1, 2, null, Duration.ofSeconds(40), activity, null);
  }
}
