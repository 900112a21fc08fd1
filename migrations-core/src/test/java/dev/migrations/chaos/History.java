package dev.migrations.chaos;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.graph.Direction;
import dev.migrations.script.RevisionScripts;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** The revisions that are broken off at each of their points. */
final class History {

  private static final RevisionScripts SCRIPTS =
      RevisionScripts.load(
          List.of("classpath:dev/migrations/chaos/history"),
          List.of(),
          History.class.getClassLoader());

  /** No wait may end by itself: what it waits for is broken off by the test. */
  private static final MigrationsSettings SETTINGS =
      MigrationsSettings.defaults()
          .withLockTimeout(Duration.ofMinutes(1))
          .withLockAttempts(3)
          .withAdvisoryLockWait(Duration.ofMinutes(1))
          .withAdvisoryLockPollInterval(Duration.ofMillis(5));

  private History() {}

  static Migrations on(DataSource dataSource) {
    return new Migrations(dataSource, SCRIPTS, SETTINGS, List.of());
  }

  static void run(DataSource dataSource, Direction direction, String target) {
    Migrations migrations = on(dataSource);
    if (direction == Direction.UPGRADE) {
      migrations.upgrade(target);
    } else {
      migrations.downgrade(target);
    }
  }
}
