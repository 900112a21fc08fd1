package dev.migrations.spring.boot.metrics;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.RunReport;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many revisions are pending, as of at most a minute ago: one query a minute however many
 * scrapers there are, and none before the first scrape. A run of this application counts at once.
 */
final class PendingRevisions {

  static final Duration MAX_AGE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(PendingRevisions.class);

  private final Migrations migrations;
  private final LongSupplier nanoClock;

  private @Nullable RunReport seenRun;
  private double count = Double.NaN;
  private long askedNanos;
  private boolean asked;

  PendingRevisions(Migrations migrations, LongSupplier nanoClock) {
    this.migrations = migrations;
    this.nanoClock = nanoClock;
  }

  /** The number of pending revisions; not a number when the database could not be asked. */
  synchronized double count() {
    RunReport run = migrations.lastRun().orElse(null);
    long now = nanoClock.getAsLong();
    boolean fresh = asked && now - askedNanos < MAX_AGE.toNanos() && run == seenRun;
    if (!fresh) {
      count = ask();
      asked = true;
      askedNanos = now;
      seenRun = run;
    }
    return count;
  }

  private double ask() {
    try {
      return migrations.status().pending().size();
    } catch (RuntimeException ex) {
      LOG.debug("The number of pending revisions is not known", ex);
      return Double.NaN;
    }
  }
}
