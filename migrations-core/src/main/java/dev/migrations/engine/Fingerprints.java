package dev.migrations.engine;

import dev.migrations.script.RevisionScript;
import java.util.Collection;
import java.util.Set;

/**
 * The fingerprints with which what is applied was recorded, in one number.
 *
 * @param combined all of them, combined by exclusive or
 * @param without the applied revisions that were recorded without one
 */
record Fingerprints(long combined, Set<String> without) {

  static final Fingerprints NONE = new Fingerprints(0, Set.of());

  Fingerprints {
    without = Set.copyOf(without);
  }

  /** Whether these revisions, and no others, were applied as they are today. */
  boolean matchThoseOf(Collection<RevisionScript> applied) {
    long expected = 0;
    for (RevisionScript script : applied) {
      if (!without.contains(script.node().id())) {
        expected ^= script.fingerprint();
      }
    }
    return expected == combined;
  }
}
