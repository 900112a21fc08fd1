package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.PlannedLock;
import dev.migrations.engine.PlannedLocks;
import dev.migrations.sql.LockMode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockLinesTests {

  @Test
  void theStrongestModeComesFirstAndWhatIsNotKnownLast() {
    assertThat(
            LockLines.of(
                new PlannedLocks(
                    List.of(
                        new PlannedLock("a", LockMode.ROW_EXCLUSIVE),
                        new PlannedLock("b", LockMode.SHARE_ROW_EXCLUSIVE),
                        new PlannedLock("c", LockMode.SHARE_ROW_EXCLUSIVE)),
                    List.of("code", "function f"))))
        .containsExactly(
            "Locks b, c: SHARE ROW EXCLUSIVE (blocks writes)",
            "Locks a: ROW EXCLUSIVE (as any write does)",
            "Locks not known: code, function f");
  }

  @Test
  void noLockIsSaidToo() {
    assertThat(LockLines.of(PlannedLocks.NONE)).containsExactly("Locks no table that others use");
  }

  @Test
  void ofManyPartitionsAFewAreNamed() {
    List<PlannedLock> locks =
        IntStream.range(0, 500)
            .mapToObj(i -> new PlannedLock("p" + i, LockMode.ACCESS_EXCLUSIVE))
            .toList();

    assertThat(LockLines.of(new PlannedLocks(locks, List.of())))
        .containsExactly(
            "Locks p0, p1, p2, p3, p4, p5, p6, p7 and 492 more: ACCESS EXCLUSIVE (blocks reads and"
                + " writes)");
  }
}
