package dev.migrations.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;

/**
 * What one table shows.
 *
 * @param kind what is run
 * @param form how the migrations are written
 * @param delayMillis how much longer a round trip takes; 0 for a connection without a detour
 */
record Measurement(Kind kind, Form form, int delayMillis) {

  enum Kind {
    APPLYING("Applying all", Program.PLAIN_JDBC, Program.LIBRARIES),
    NOTHING_TO_DO("Nothing to do", Program.BARE_CONNECTION, Program.LIBRARIES),
    APPLICATION("Application with nothing to do", Program.BARE_APPLICATION, Program.APPLICATIONS);

    private final String title;
    private final Program reference;
    private final List<Program> programs;

    Kind(String title, Program reference, List<Program> others) {
      this.title = title;
      this.reference = reference;
      this.programs = new ArrayList<>(others);
      programs.add(0, reference);
    }

    /** What the others are compared with. */
    Program reference() {
      return reference;
    }

    /** All, the reference first. */
    List<Program> programs() {
      return List.copyOf(programs);
    }
  }

  static List<Measurement> all(List<Integer> delays) {
    List<Measurement> all = new ArrayList<>();
    for (int delay : delays) {
      for (Form form : Form.values()) {
        for (Kind kind : Kind.values()) {
          all.add(new Measurement(kind, form, delay));
        }
      }
    }
    return all;
  }

  String title() {
    String network = delayMillis == 0 ? "" : ", a round trip of %d ms more".formatted(delayMillis);
    return "%s: %s%s".formatted(kind.title, form.label(), network);
  }
}
