package dev.migrations.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL says about the session that runs a unit.
 *
 * @param statement the statement that it is executing, cut to 1,000 characters; {@code null} while
 *     it executes none, as when code is computing
 * @param progress how far the statement is; {@code null} where PostgreSQL does not report that, as
 *     for {@code ALTER TABLE}
 * @param waiting whether it waits for a lock
 * @param blockers the sessions that it waits for, longest transaction first; may be empty although
 *     it waits, as when a prepared transaction has the lock
 * @since 0.1.0
 */
public record ServerActivity(
    @Nullable String statement,
    @Nullable PhaseProgress progress,
    boolean waiting,
    List<SessionInfo> blockers) {

  private static final int NAMED = 3;

  public ServerActivity {
    blockers = List.copyOf(blockers);
  }

  /** How far it is and what it waits for, as one reads it; empty when neither is known. */
  public String text() {
    String phase = progress == null ? "" : progress.text();
    return phase + (waiting && progress != null ? "; " : "") + (waiting ? waitText() : "");
  }

  private String waitText() {
    if (blockers.isEmpty()) {
      return "waits for a lock";
    }
    int more = blockers.size() - NAMED;
    return "waits for "
        + SessionInfo.describe(blockers.subList(0, Math.min(NAMED, blockers.size())))
        + (more > 0 ? "; and " + more + " more" : "");
  }
}
