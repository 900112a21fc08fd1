package dev.migrations.spring.boot.actuate.endpoint;

import dev.migrations.engine.DatabaseStanding;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsOverview;
import dev.migrations.engine.MigrationsStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the database of one engine bean stands, or why that cannot be told.
 *
 * @since 0.1.0
 */
public final class MigrationsDescriptor {

  private final @Nullable DatabaseStanding state;
  private final @Nullable String description;
  private final List<RevisionDescriptor> current;
  private final List<RevisionDescriptor> heads;
  private final List<RevisionDescriptor> pending;
  private final List<String> unknown;
  private final List<UnderWayDescriptor> underWay;
  private final List<HistoryDescriptor> history;
  private final @Nullable String error;

  private MigrationsDescriptor(
      Migrations migrations, MigrationsOverview overview, @Nullable String error) {
    MigrationsStatus status = overview.status();
    this.state = error == null ? status.standing() : null;
    this.description = error == null ? status.description() : null;
    this.current = RevisionDescriptor.of(status.current(), migrations.scripts());
    this.heads = RevisionDescriptor.of(status.heads(), migrations.scripts());
    this.pending = RevisionDescriptor.of(status.pending(), migrations.scripts());
    this.unknown = status.unknown();
    this.underWay = UnderWayDescriptor.of(status.underWay());
    this.history = HistoryDescriptor.of(overview.history());
    this.error = error;
  }

  static MigrationsDescriptor of(Migrations migrations) {
    try {
      return new MigrationsDescriptor(migrations, migrations.overview(), null);
    } catch (RuntimeException ex) {
      MigrationsStatus nothingKnown =
          new MigrationsStatus(
              List.of(), migrations.scripts().graph().heads(), List.of(), List.of(), List.of());
      return new MigrationsDescriptor(
          migrations, new MigrationsOverview(nothingKnown, List.of()), StatusFailure.report(ex));
    }
  }

  /** How the database stands to the revisions of the application; not there with an error. */
  public @Nullable DatabaseStanding getState() {
    return state;
  }

  /** The same in words; not there with an error. */
  public @Nullable String getDescription() {
    return description;
  }

  /** The version rows. */
  public List<RevisionDescriptor> getCurrent() {
    return current;
  }

  /** The heads of the application's revisions. */
  public List<RevisionDescriptor> getHeads() {
    return heads;
  }

  /** What an upgrade to the heads would apply, in the order in which it would run. */
  public List<RevisionDescriptor> getPending() {
    return pending;
  }

  /** The version rows that the application has no revision for. */
  public List<String> getUnknown() {
    return unknown;
  }

  /** Revisions that are half done. */
  public List<UnderWayDescriptor> getUnderWay() {
    return underWay;
  }

  /** The rows of the history, newest first. */
  public List<HistoryDescriptor> getHistory() {
    return history;
  }

  /** Why the database could not be asked, if so; all but the heads is empty then. */
  public @Nullable String getError() {
    return error;
  }
}
