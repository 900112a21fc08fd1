package dev.migrations.engine;

import java.util.List;

/** The threads that a run may have beside its own. */
final class EngineThreads {

  private EngineThreads() {}

  static List<String> alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("migrations-"))
        .toList();
  }
}
