package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.graph.Direction;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one reads while a unit takes long. */
class ProgressTextTests {

  private static final SessionInfo REPORT =
      new SessionInfo(
          4711,
          "ann",
          "nightly-report",
          "idle in transaction",
          Duration.ofSeconds(303),
          "SELECT *\n  FROM orders");

  @Test
  void anIndexBuildTellsItsPhaseAndHowFarItIs() {
    Progress progress =
        progress(
            activity(new PhaseProgress("building index: scanning table", 1230, 1950, "blocks")));

    assertThat(progress.text())
        .isEqualTo(
            "Upgrade of revision r3 (3 of 7), unit 2 of 3, 40 s: CREATE INDEX CONCURRENTLY ix ON t (a);"
                + " building index: scanning table, 63 % (1,230 of 1,950 blocks)");
    assertThat(progress.shortText())
        .isEqualTo(
            "Revision 3 of 7, unit 2 of 3, 40 s: building index: scanning table, 63 % (1,230 of"
                + " 1,950 blocks)");
  }

  @Test
  void aWaitNamesWhoIsWaitedForOnTheSameLine() {
    Progress progress = progress(new ServerActivity(null, null, true, List.of(REPORT)));

    assertThat(progress.shortText())
        .isEqualTo(
            "Revision 3 of 7, unit 2 of 3, 40 s: waits for pid 4711 (nightly-report) of user ann,"
                + " idle in transaction for 5 min 3 s, last query: SELECT * FROM orders");
  }

  @Test
  void ofManySessionsThreeAreNamed() {
    assertThat(new ServerActivity(null, null, true, Collections.nCopies(5, REPORT)).text())
        .startsWith("waits for pid 4711")
        .endsWith("; and 2 more");
    assertThat(new ServerActivity(null, null, true, List.of()).text())
        .as("a prepared transaction has no session")
        .isEqualTo("waits for a lock");
  }

  @Test
  void aSessionOfAnotherUserTellsWhatOneMaySee() {
    SessionInfo hidden =
        new SessionInfo(12, "bob", "app", null, Duration.ZERO, "<insufficient privilege>");

    assertThat(SessionInfo.describe(List.of(hidden))).isEqualTo("pid 12 (app) of user bob");
  }

  @Test
  void aStatementThatTheServerReportsNothingAboutIsShownItself() {
    ServerActivity validation =
        new ServerActivity("ALTER TABLE t\n VALIDATE CONSTRAINT c", null, false, List.of());

    assertThat(progress(validation).text()).endsWith("40 s: ALTER TABLE t VALIDATE CONSTRAINT c");
    assertThat(progress(validation).shortText()).endsWith(": ALTER TABLE t VALIDATE CONSTRAINT c");
    assertThat(progress(null).text()).endsWith("40 s: CREATE INDEX CONCURRENTLY ix ON t (a)");
  }

  @Test
  void thereIsNoPercentageWhereItWouldBeMadeUp() {
    assertThat(new PhaseProgress("initializing", 0, 0, "blocks").percentage()).isEmpty();
    assertThat(new PhaseProgress("initializing", 0, 0, "blocks").text()).isEqualTo("initializing");
    assertThat(new PhaseProgress("building index: sorting live tuples", 0, 9, null).percentage())
        .isEmpty();
    assertThat(new PhaseProgress("waiting for old snapshots", 1, 2, "sessions").text())
        .isEqualTo("waiting for old snapshots (1 of 2 sessions)");
    assertThat(new PhaseProgress("COPY FROM", 5_000, 0, "bytes").text())
        .isEqualTo("COPY FROM (5,000 bytes)");
    assertThat(new PhaseProgress("scanning heap", 12, 10, "blocks").percentage()).hasValue(100);
    assertThat(new PhaseProgress("scanning heap", 999, 1000, "blocks").percentage()).hasValue(99);
  }

  @Test
  void theElapsedTimeIsInWholeSeconds() {
    assertThat(Durations.seconds(Duration.ofMillis(40_003))).isEqualTo("40 s");
    assertThat(Durations.seconds(Duration.ofMillis(72_999))).isEqualTo("1 min 12 s");
    assertThat(Durations.seconds(Duration.ofMillis(20))).isEqualTo("20 ms");
  }

  private static ServerActivity activity(PhaseProgress phase) {
    return new ServerActivity("CREATE INDEX CONCURRENTLY ix\n  ON t (a)", phase, false, List.of());
  }

  private static Progress progress(ServerActivity activity) {
    return new Progress(
        "r3",
        Direction.UPGRADE,
        3,
        7,
        2,
        3,
        "CREATE INDEX CONCURRENTLY ix\n  ON t (a)",
        Duration.ofMillis(40_300),
        activity,
        null);
  }
}
