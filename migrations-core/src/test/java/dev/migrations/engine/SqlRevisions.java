package dev.migrations.engine;

import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Revisions written as SQL files for one test, and the engine that runs them. */
public final class SqlRevisions {

  private final Path directory;

  public SqlRevisions(Path directory) {
    this.directory = directory;
  }

  /** Adds a revision, whose file is named after it. */
  public SqlRevisions add(String id, String down, String upgrade, String downgrade) {
    String header =
        "-- revision: %s%n%s-- message: Revision %s%n"
            .formatted(id, down.isEmpty() ? "" : "-- down-revision: " + down + "\n", id);
    return write(id, header + "\n-- upgrade\n" + upgrade + "\n\n-- downgrade\n" + downgrade + "\n");
  }

  public SqlRevisions write(String id, String content) {
    try {
      Files.writeString(directory.resolve(id + ".sql"), content);
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
    return this;
  }

  /** Five revisions in a line: r1 creates table t1 and so on. */
  public SqlRevisions addTables(int count) {
    for (int i = 1; i <= count; i++) {
      add(
          "r" + i,
          i == 1 ? "" : "r" + (i - 1),
          "CREATE TABLE t%d (id bigint PRIMARY KEY);".formatted(i),
          "DROP TABLE t%d;".formatted(i));
    }
    return this;
  }

  public RevisionScripts load() {
    return RevisionScripts.load(
        List.of(directory.toUri().toString()), List.of(), getClass().getClassLoader());
  }

  public Migrations on(TestDatabase database) {
    return on(database.dataSource());
  }

  public Migrations on(DataSource dataSource) {
    return on(dataSource, settings());
  }

  public Migrations on(
      DataSource dataSource, MigrationsSettings settings, MigrationsListener... listeners) {
    return new Migrations(dataSource, load(), settings, List.of(listeners));
  }

  /** Short waits, so that a test of a wait is short. */
  public static MigrationsSettings settings() {
    return new MigrationsSettings(
        null,
        Duration.ofMillis(200),
        3,
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        Duration.ofMillis(20),
        Duration.ofSeconds(20),
        Reaction.FAIL,
        Reaction.FAIL,
        "orders",
        "1.2.3");
  }
}
