package dev.migrations.soak;

import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.StepReport;
import dev.migrations.graph.Plan;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Looks at the live heap of this JVM during a run, whenever so many revisions are done. */
final class HeapWatch implements MigrationsListener {

  private final int interval;
  private final List<Look> looks = new ArrayList<>();
  private int done;
  private long cpuBefore;

  /**
   * @param done how many revisions
   * @param heap bytes
   * @param cpu time of the run's thread: unlike a clock's, it says the same on a busy machine
   */
  private record Look(int done, long heap, Duration cpu) {

    String text() {
      return String.format(Locale.ROOT, "%s at %,d", megabytes(heap), done);
    }
  }

  HeapWatch(int interval) {
    this.interval = interval;
  }

  @Override
  public boolean needsCallsBetweenSteps() {
    return false;
  }

  /** The bytes that are in use after a collection. */
  static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
  }

  @Override
  public void runStarted(Plan plan) {
    looks.clear();
    done = 0;
    cpuBefore = cpuTime();
  }

  @Override
  public void stepFinished(StepReport report) {
    done++;
    if (done % interval == 0) {
      looks.add(new Look(done, liveHeap(), Duration.ofNanos(cpuTime() - cpuBefore)));
    }
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** By how many bytes the live heap grew behind the first look. */
  long growth() {
    long highest = looks.stream().mapToLong(Look::heap).max().orElseThrow();
    return highest - looks.get(0).heap();
  }

  /** Of the last run, at some places. */
  String heaps() {
    List<Integer> places = List.of(interval, done / 10, done / 2, done);
    return looks.stream()
        .filter(look -> places.contains(look.done()))
        .map(Look::text)
        .collect(Collectors.joining(", "));
  }

  /** Of the last run's thread. */
  String cpu() {
    double all = looks.get(looks.size() - 1).cpu().toMillis() / 1e3;
    double half = looks.get((looks.size() - 1) / 2).cpu().toMillis() / 1e3;
    return String.format(
        Locale.ROOT, "CPU %.1f s, of it %.1f s in the second half", all, all - half);
  }
}
