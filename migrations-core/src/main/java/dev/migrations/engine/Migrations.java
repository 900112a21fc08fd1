package dev.migrations.engine;

import dev.migrations.script.RevisionScripts;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs the revisions of an application on its database. Thread-safe; holds no connection between
 * calls.
 *
 * @since 0.1.0
 */
public final class Migrations {

  private final DataSource dataSource;
  private final RevisionScripts scripts;

  /** For the given database, revisions and settings. */
  public Migrations(
      DataSource dataSource,
      RevisionScripts scripts,
      MigrationsSettings settings,
      List<MigrationsListener> listeners) {
    this.dataSource = dataSource;
    this.scripts = scripts;
  }

  /** The database. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** The revisions. */
  public RevisionScripts scripts() {
    return scripts;
  }

  /** Applies what leads to the target; does nothing when it is applied already. */
  public RunReport upgrade(String target) {
    throw new IllegalStateException();
  }

  /** Takes back what leads down to the target. */
  public RunReport downgrade(String target) {
    throw new IllegalStateException();
  }

  /** Checks, changing nothing, that the target is applied and nothing else is wrong. */
  public void validate(String target) {
    throw new IllegalStateException();
  }

  /** Where the database stands: read only, on one connection. */
  public MigrationsStatus status() {
    throw new IllegalStateException();
  }

  /** The last run of this instance, if there was one. */
  public Optional<RunReport> lastRun() {
    return Optional.empty();
  }
}
