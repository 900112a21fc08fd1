package dev.migrations.chaos;

/** What happens to a run that is held at a step. */
enum Fault {
  /** Its JVM is killed by SIGKILL. */
  KILL("killed"),
  /** Its backend is terminated by {@code pg_terminate_backend}. */
  TERMINATE("backend terminated"),
  /** Its connection is cut on both sides. */
  CUT("connection cut"),
  /** Its session loses the lock, as behind a pooler, and another run overtakes it. */
  OVERTAKE("overtaken");

  private final String inWords;

  Fault(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }
}
