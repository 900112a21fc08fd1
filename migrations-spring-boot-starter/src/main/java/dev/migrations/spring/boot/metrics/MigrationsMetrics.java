package dev.migrations.spring.boot.metrics;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.Outcome;
import dev.migrations.spring.boot.metrics.MigrationsRunRecorder.RevisionRun;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The meters of an engine.
 *
 * <ul>
 *   <li>{@code migrations.pending}: revisions that an upgrade to the heads would apply, as of at
 *       most a minute ago; it costs one query a minute while it is scraped, and none otherwise.
 *   <li>{@code migrations.last.run.duration}: how long the last run of this application took, the
 *       wait for the lock included.
 *   <li>{@code migrations.last.run.success}: 1 when the last run of this application reached its
 *       target, 0 when it failed.
 *   <li>{@code migrations.revisions}: a timer of the revisions that this application ran, tagged
 *       {@code direction} ({@code upgrade} or {@code downgrade}) and {@code outcome} ({@code
 *       succeeded} or {@code failed}).
 * </ul>
 *
 * <p>A gauge that has nothing to show is not a number.
 *
 * @since 0.1.0
 */
public final class MigrationsMetrics implements MeterBinder {

  private final Migrations migrations;
  private final PendingRevisions pending;
  private final MigrationsRunRecorder recorder;

  /** For the given engine and what was recorded of its runs. */
  public MigrationsMetrics(Migrations migrations, MigrationsRunRecorder recorder) {
    this.pending = new PendingRevisions(migrations, System::nanoTime);
    this.migrations = migrations;
    this.recorder = recorder;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("migrations.pending", pending, PendingRevisions::count)
        .description("Revisions that an upgrade to the heads would apply")
        .baseUnit("revisions")
        .register(registry);
    TimeGauge.builder(
            "migrations.last.run.duration",
            migrations,
            TimeUnit.NANOSECONDS,
            MigrationsMetrics::lastRunNanos)
        .description("How long the last run took")
        .register(registry);
    Gauge.builder("migrations.last.run.success", migrations, MigrationsMetrics::lastRunSuccess)
        .description("Whether the last run reached its target")
        .register(registry);
    recorder.subscribe(run -> time(registry, run));
  }

  private static void time(MeterRegistry registry, RevisionRun run) {
    Timer.builder("migrations.revisions")
        .description("Revisions that were run")
        .tag("direction", run.direction().name().toLowerCase(Locale.ROOT))
        .tag("outcome", run.outcome().name().toLowerCase(Locale.ROOT))
        .register(registry)
        .record(run.duration());
  }

  private static double lastRunNanos(Migrations migrations) {
    return migrations.lastRun().map(run -> (double) run.duration().toNanos()).orElse(Double.NaN);
  }

  private static double lastRunSuccess(Migrations migrations) {
    return migrations
        .lastRun()
        .map(run -> run.outcome() == Outcome.SUCCEEDED ? 1.0 : 0.0)
        .orElse(Double.NaN);
  }
}
