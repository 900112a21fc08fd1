package dev.migrations.spring.boot.metrics;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.Outcome;
import dev.migrations.engine.RunReport;
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

  private final PendingRevisions pending;
  private final MigrationsRunRecorder recorder;

  /** For the given engine and what was recorded of its runs. */
  public MigrationsMetrics(Migrations migrations, MigrationsRunRecorder recorder) {
    this.pending = new PendingRevisions(migrations, recorder::lastRun, System::nanoTime);
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
            recorder,
            TimeUnit.NANOSECONDS,
            MigrationsMetrics::lastRunNanos)
        .description("How long the last run took")
        .register(registry);
    Gauge.builder("migrations.last.run.success", recorder, MigrationsMetrics::lastRunSuccess)
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

  private static double lastRunNanos(MigrationsRunRecorder recorder) {
    RunReport run = recorder.lastRun();
    return run == null ? Double.NaN : run.duration().toNanos();
  }

  private static double lastRunSuccess(MigrationsRunRecorder recorder) {
    RunReport run = recorder.lastRun();
    if (run == null) {
      return Double.NaN;
    }
    return run.outcome() == Outcome.SUCCEEDED ? 1 : 0;
  }
}
