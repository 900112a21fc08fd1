package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.migrations.graph.Direction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HeartbeatTests {

  private final ProgressKeeper keeper = new ProgressKeeper();

  @Test
  void aLongUnitIsReportedUntilItEnds() throws CommandFailure {
    try (Heartbeat heartbeat = heartbeat(() -> null, keeper)) {
      heartbeat.during(unit(1), () -> Awaitility.await().until(() -> keeper.heard().size() >= 2));
      int whenItEnded = keeper.heard().size();

      heartbeat.during(
          unit(2), () -> Awaitility.await().until(() -> keeper.heard().size() > whenItEnded));

      assertThat(keeper.heard().subList(0, whenItEnded)).extracting(Progress::unit).containsOnly(1);
      assertThat(keeper.heard().subList(whenItEnded, keeper.heard().size()))
          .extracting(Progress::unit)
          .containsOnly(2);
    }
    assertThat(keeper.heard().get(0).elapsed()).isGreaterThanOrEqualTo(keeper.progressInterval());
  }

  @Test
  void aReportThatComesAfterTheEndOfItsUnitIsDropped() throws CommandFailure {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Lookout.Question slow =
        () -> {
          looking.countDown();
          await(ended);
          return new ServerActivity(null, null, false, List.of());
        };
    try (Heartbeat heartbeat = heartbeat(slow, keeper)) {
      heartbeat.during(unit(1), () -> await(looking));
      ended.countDown();
      heartbeat.during(unit(2), () -> Awaitility.await().until(() -> keeper.heard().size() >= 2));
    }
    assertThat(keeper.heard()).extracting(Progress::unit).containsOnly(2);
  }

  @Test
  void whoWantsItLessOftenHearsItLessOften() throws CommandFailure {
    AtomicInteger calls = new AtomicInteger();
    MigrationsListener patient = every(ChronoUnit.FOREVER.getDuration(), calls);
    try (Heartbeat heartbeat = heartbeat(() -> null, patient, keeper)) {
      heartbeat.during(unit(1), () -> Awaitility.await().until(() -> keeper.heard().size() >= 3));
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void aListenerThatFailsSpoilsItForNobodyElse() throws CommandFailure {
    AtomicInteger calls = new AtomicInteger();
    MigrationsListener failing =
        new MigrationsListener() {
          @Override
          public void progress(Progress progress) {
            calls.incrementAndGet();
            throw new IllegalStateException("broken");
          }

          @Override
          public Duration progressInterval() {
            return Duration.ofMillis(10);
          }
        };
    try (Heartbeat heartbeat = heartbeat(() -> null, failing, keeper)) {
      heartbeat.during(unit(1), () -> Awaitility.await().until(() -> keeper.heard().size() >= 3));
    }
    assertThat(calls).hasValue(1);
  }

  @Test
  void aLookThatFailsIsAReportWithoutTheServer() throws CommandFailure {
    AtomicInteger looks = new AtomicInteger();
    Lookout.Question failing =
        () -> {
          looks.incrementAndGet();
          throw new SQLException("refused");
        };
    try (Heartbeat heartbeat = heartbeat(failing, keeper)) {
      heartbeat.during(unit(1), () -> Awaitility.await().until(() -> keeper.heard().size() >= 3));
    }
    assertThat(keeper.heard()).extracting(Progress::server).containsOnlyNulls();
    assertThat(looks).as("after a failure there is a pause").hasValue(1);
  }

  @Test
  void theEndOfARunDoesNotWaitForALookAndLeavesNoThread() throws CommandFailure {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Lookout.Question stuck =
        () -> {
          looking.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException ex) {
            interrupted.countDown();
          }
          return null;
        };
    long closing;
    try (Heartbeat heartbeat = heartbeat(stuck, keeper)) {
      heartbeat.during(unit(1), () -> await(looking));
      closing = System.nanoTime();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(RunThread.LONGEST_GOODBYE);
    assertThat(interrupted.getCount()).isZero();
    Awaitility.await().untilAsserted(() -> assertThat(EngineThreads.alive()).isEmpty());
    assertThat(keeper.heard()).isEmpty();
  }

  @Test
  void anIntervalOfZeroIsRefused() {
    MigrationsListener eager = every(Duration.ZERO, new AtomicInteger());
    assertThatIllegalArgumentException().isThrownBy(() -> heartbeat(() -> null, eager));
  }

  private static Heartbeat heartbeat(Lookout.Question question, MigrationsListener... listeners) {
    return new Heartbeat(List.of(listeners), new Lookout(question));
  }

  private static MigrationsListener every(Duration interval, AtomicInteger calls) {
    return new MigrationsListener() {
      @Override
      public void progress(Progress progress) {
        calls.incrementAndGet();
      }

      @Override
      public Duration progressInterval() {
        return interval;
      }
    };
  }

  private static void await(CountDownLatch latch) {
    Awaitility.await().until(() -> latch.getCount() == 0);
  }

  private static Progress unit(int unit) {
    return new Progress("r1", Direction.UPGRADE, 1, 1, unit, 2, null, Duration.ZERO, null, null);
  }
}
