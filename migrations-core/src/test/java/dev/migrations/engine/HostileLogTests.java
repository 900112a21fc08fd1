package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What others say in the database makes no lines of its own in the log, and none in an error. */
@PostgresTest
class HostileLogTests {

  private static final String FORGED = "x\n2026-01-01 INFO Applied everything";

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.migrations");
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void listen(TestDatabase db) {
    logger.addAppender(appender);
    appender.start();
    revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(appender);
    assertThat(appender.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("\n2026"));
  }

  private boolean isWarnedOf(String text) {
    return appender.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .anyMatch(event -> event.getFormattedMessage().contains(text));
  }

  @Test
  void aWarningOfTheServerIsOneLine(TestDatabase db) {
    revisions
        .add("r2", "r1", "DO $$ BEGIN RAISE WARNING '%s'; END $$;".formatted(FORGED), "")
        .on(db)
        .upgrade("head");

    assertThat(isWarnedOf("x\\n2026-01-01 INFO Applied everything")).isTrue();
  }

  @Test
  void theStatementOfAnotherSessionIsOneLine(TestDatabase db) throws SQLException {
    MigrationsSettings impatient =
        SqlRevisions.settings().withAdvisoryLockWait(Duration.ofMillis(50));
    try (Connection holder = db.connect();
        Statement statement = holder.createStatement()) {
      LockHolder.holdRunLock(holder, "public");
      statement.execute("SELECT 1 /* " + FORGED + " */");

      assertThatThrownBy(() -> revisions.on(db.dataSource(), impatient).downgrade("base"))
          .hasMessageContaining("SELECT 1 /* x 2026-01-01 INFO Applied everything */");
    }
  }

  @Test
  void whatAnotherApplicationNotedIsOneLine(TestDatabase db) throws IOException {
    revisions.add("r2", "r1", "", "").on(db).upgrade("head");
    db.execute("UPDATE migrations_history SET message = '%s'".formatted(FORGED));
    Files.delete(directory.resolve("r2.sql"));

    revisions
        .on(db.dataSource(), SqlRevisions.settings().withOnUnknownRevision(Reaction.WARN))
        .upgrade("head");

    assertThat(isWarnedOf("\"x\\n2026-01-01 INFO Applied everything\"")).isTrue();
  }
}
