package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A run that makes nothing of a schema says so. */
@PostgresTest
class PlanningLogTests {

  @TempDir Path directory;

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.migrations");
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  @BeforeEach
  void listen() {
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(appender);
  }

  @Test
  void anEmptyBaseThatStandsForASchemaIsWarnedOf(TestDatabase db) {
    Migrations migrations = base("").on(db);
    migrations.plan(Direction.UPGRADE, "head");
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("Revision r1 stands for flyway 2, and its upgrade is empty", "r1.sql");

    migrations.upgrade("head");
    assertThat(warnings()).hasSize(2);
    migrations.upgrade("head");
    assertThat(warnings()).as("it has run").hasSize(2);
  }

  @Test
  void aFilledBaseIsNot(TestDatabase db) {
    base("CREATE TABLE t1 ();").on(db).upgrade("head");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aRunWithoutRevisionsIsWarnedOfAndALookAtTheDatabaseIsNot(TestDatabase db) {
    Migrations migrations = new SqlRevisions(directory).on(db);
    migrations.existing(null, null);
    assertThat(warnings()).isEmpty();

    migrations.upgrade("head");
    assertThat(warnings()).singleElement().asString().contains("There are no revisions in");
  }

  private List<String> warnings() {
    return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private SqlRevisions base(String upgrade) {
    return new SqlRevisions(directory)
        .write(
            "r1",
            "-- revision: r1\n-- message: Base\n-- adopts: flyway 2\n\n-- upgrade\n"
                + upgrade
                + "\n-- irreversible: base\n");
  }
}
