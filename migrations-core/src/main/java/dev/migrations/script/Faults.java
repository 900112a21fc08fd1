package dev.migrations.script;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file or class, so that all of it is reported at once. */
final class Faults {

  private final String origin;
  private final List<ScriptFault> found = new ArrayList<>();

  Faults(String origin) {
    this.origin = origin;
  }

  void add(int line, String problem, String action) {
    found.add(new ScriptFault(origin, line, problem, action));
  }

  List<ScriptFault> found() {
    return List.copyOf(found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }
}
