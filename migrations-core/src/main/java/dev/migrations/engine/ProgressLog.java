package dev.migrations.engine;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs how a unit that takes long is getting on, with the fields of the other log lines. */
final class ProgressLog implements MigrationsListener {

  private static final Logger log = LoggerFactory.getLogger(ProgressLog.class);

  @Override
  public void progress(Progress progress) {
    LoggingEventBuilder line =
        log.atInfo()
            .addKeyValue("direction", progress.direction())
            .addKeyValue("revision", progress.revision())
            .addKeyValue("durationMs", progress.elapsed().toMillis());
    PhaseProgress phase = phase(progress);
    if (phase != null) {
      line = line.addKeyValue("phase", phase.phase());
      if (phase.percentage().isPresent()) {
        line = line.addKeyValue("percentage", phase.percentage().getAsInt());
      }
    }
    line.log(progress.text() + hint(progress));
  }

  private static @Nullable PhaseProgress phase(Progress progress) {
    if (progress.batches() != null) {
      return progress.batches().rows();
    }
    return progress.server() == null ? null : progress.server().progress();
  }

  private static String hint(Progress progress) {
    return progress.server() == null && progress.batches() == null
        ? "; pg_stat_activity shows what it does or waits for"
        : "";
  }
}
