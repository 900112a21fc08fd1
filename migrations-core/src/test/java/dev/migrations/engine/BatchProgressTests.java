package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchProgressTests {

  @Test
  void tellsRowsRateAndTimeLeft() {
    BatchProgress progress =
        BatchProgress.of(630_000, 0, 1_000_000, 2_000, Duration.ofSeconds(100));

    assertThat(progress.text())
        .isEqualTo("in batches, 63 % (630,000 of 1,000,000 rows), 6,300 rows/s, 58 s left");
    assertThat(progress.batchRows()).isEqualTo(2_000);
  }

  @Test
  void theRateIsThatOfThisRun() {
    BatchProgress progress =
        BatchProgress.of(600_000, 500_000, 1_000_000, 1_000, Duration.ofSeconds(10));

    assertThat(progress.rowsPerSecond()).isEqualTo(10_000);
    assertThat(progress.left()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void anEstimateThatWasTooLowIsNotExceeded() {
    BatchProgress progress = BatchProgress.of(150, 0, 100, 10, Duration.ofSeconds(1));

    assertThat(progress.text())
        .isEqualTo("in batches, 100 % (150 of 150 rows), 150 rows/s, 0 ms left");
  }

  @Test
  void withoutStatisticsThereIsNoTotal() {
    BatchProgress progress = BatchProgress.of(150, 0, 0, 10, Duration.ofSeconds(1));

    assertThat(progress.text()).isEqualTo("in batches (150 rows), 150 rows/s");
  }

  @Test
  void saysWhatTheNextBatchWaitsFor() {
    BatchProgress progress =
        BatchProgress.of(0, 0, 100, 10, Duration.ZERO)
            .waitingFor("replica r1, which is 9 s behind");

    assertThat(progress.text())
        .isEqualTo("in batches, 0 % (0 of 100 rows); waits for replica r1, which is 9 s behind");
  }
}
