package dev.migrations.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history.
 *
 * @param id the row's number, growing with time
 * @param event what was done
 * @param revision the revision's id
 * @param message the revision's message at that time
 * @param startedAt when its first unit started, by the server's clock
 * @param duration how long its units ran on the server, waiting between tries left out
 * @param databaseUser the database user that ran it
 * @param host the host that ran it, or {@code null} when it is not known
 * @param application the application that ran it, or {@code null}
 * @param applicationVersion that application's version, or {@code null}
 * @param checksum the checksum of the revision at that time
 * @param outcome how it ended
 * @param error the error's message when it failed, else {@code null}
 * @since 0.1.0
 */
public record HistoryEntry(
    long id,
    HistoryEvent event,
    String revision,
    String message,
    Instant startedAt,
    Duration duration,
    String databaseUser,
    @Nullable String host,
    @Nullable String application,
    @Nullable String applicationVersion,
    String checksum,
    Outcome outcome,
    @Nullable String error) {}
