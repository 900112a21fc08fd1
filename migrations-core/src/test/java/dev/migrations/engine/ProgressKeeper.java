package dev.migrations.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears of the progress of a run. */
final class ProgressKeeper implements MigrationsListener {

  private final List<Progress> heard = new CopyOnWriteArrayList<>();

  @Override
  public void progress(Progress progress) {
    heard.add(progress);
  }

  @Override
  public Duration progressInterval() {
    return Duration.ofMillis(10);
  }

  List<Progress> heard() {
    return heard;
  }
}
