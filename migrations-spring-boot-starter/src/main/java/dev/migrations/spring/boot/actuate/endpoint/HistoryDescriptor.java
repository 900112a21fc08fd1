package dev.migrations.spring.boot.actuate.endpoint;

import dev.migrations.engine.HistoryEntry;
import dev.migrations.engine.HistoryEvent;
import dev.migrations.engine.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history. It holds no SQL text.
 *
 * @since 0.1.0
 */
public final class HistoryDescriptor {

  private final HistoryEntry entry;

  private HistoryDescriptor(HistoryEntry entry) {
    this.entry = entry;
  }

  static List<HistoryDescriptor> of(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryDescriptor::new).toList();
  }

  /** What was done. */
  public HistoryEvent getEvent() {
    return entry.event();
  }

  /** The revision's id. */
  public String getRevision() {
    return entry.revision();
  }

  /** The revision's message at that time. */
  public String getMessage() {
    return entry.message();
  }

  /** When it started, by the server's clock. */
  public Instant getStartedAt() {
    return entry.startedAt();
  }

  /** How long it ran, in milliseconds. */
  public long getDurationMs() {
    return entry.duration().toMillis();
  }

  /** The database user that ran it. */
  public String getDatabaseUser() {
    return entry.databaseUser();
  }

  /** The host that ran it, if it is known. */
  public @Nullable String getHost() {
    return entry.host();
  }

  /** The application that ran it, if it has a name. */
  public @Nullable String getApplication() {
    return entry.application();
  }

  /** That application's version, if it is known. */
  public @Nullable String getApplicationVersion() {
    return entry.applicationVersion();
  }

  /** How it ended. */
  public Outcome getOutcome() {
    return entry.outcome();
  }

  /** The error's message, if it failed. */
  public @Nullable String getError() {
    return entry.error();
  }
}
