package dev.migrations.chaos;

/** What happens to a run that is held at a step. */
enum Fault {
  /** Its JVM is killed by SIGKILL. */
  KILL("killed", true),
  /** Its backend is terminated by {@code pg_terminate_backend}. */
  TERMINATE("backend terminated", true),
  /** Its connection is cut on both sides. */
  CUT("connection cut", true),
  /** Its session loses the lock, as behind a pooler, and another run overtakes it. */
  OVERTAKE("overtaken", true);

  private final String inWords;
  private final boolean mayEndTheRun;

  Fault(String inWords, boolean mayEndTheRun) {
    this.inWords = inWords;
    this.mayEndTheRun = mayEndTheRun;
  }

  String inWords() {
    return inWords;
  }

  /** Whether the run may fail; the one behind it must not, whatever came before. */
  boolean mayEndTheRun() {
    return mayEndTheRun;
  }
}
