package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.operation.BatchPace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizeTests {

  private static BatchPace pace(@Nullable Duration target) {
    return new BatchPace(1_000, target, Duration.ZERO, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 200, 1000",
    "1000, 100, 2000",
    "1000, 160, 1250",
    "1000, 1, 2000",
    "1000, 400, 500",
    "1000, 60000, 500",
    "1, 60000, 1",
    "100000, 10, 100000",
    "1000, 0, 2000",
  })
  void movesTowardsTheTargetTime(int rows, long tookMillis, int next) {
    assertThat(BatchSize.next(pace(Duration.ofMillis(200)), rows, Duration.ofMillis(tookMillis)))
        .isEqualTo(next);
  }

  @Test
  void staysWithoutATargetTime() {
    assertThat(BatchSize.next(pace(null), 1_000, Duration.ofHours(1))).isEqualTo(1_000);
  }

  @Test
  void settlesWhereABatchTakesTheTargetTime() {
    int rows = 1_000;
    for (int batch = 0; batch < 10; batch++) {
      rows = BatchSize.next(pace(Duration.ofMillis(200)), rows, Duration.ofNanos(rows * 20_000L));
    }
    assertThat(rows).isEqualTo(10_000);
  }
}
