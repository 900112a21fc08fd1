package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaTests {

  private static final Replica CLOSE = new Replica("close", true, Duration.ofMillis(20));
  private static final Replica FAR = new Replica("far", true, Duration.ofSeconds(12));
  private static final Replica FARTHER = new Replica("farther", true, Duration.ofSeconds(65));
  private static final Replica IDLE = new Replica("idle", true, null);
  private static final Replica HIDDEN = new Replica("hidden", false, null);

  @Test
  void theOneThatIsFurthestBehindIsNamed() {
    assertThat(
            Replica.tooFarBehind(
                List.of(IDLE, FAR, CLOSE, FARTHER, HIDDEN), Duration.ofSeconds(10)))
        .hasValueSatisfying(
            replica ->
                assertThat(replica.description())
                    .isEqualTo("replica farther, which is 1 min 5 s behind"));
  }

  @Test
  void noneIsTooFarBehindWithinTheLimit() {
    assertThat(Replica.tooFarBehind(List.of(IDLE, CLOSE, FAR), Duration.ofSeconds(12))).isEmpty();
    assertThat(Replica.tooFarBehind(List.of(), Duration.ofMillis(1))).isEmpty();
  }
}
