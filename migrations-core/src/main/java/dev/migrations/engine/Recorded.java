package dev.migrations.engine;

import dev.migrations.script.RevisionChecksum;
import dev.migrations.script.RevisionScript;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of a revision when it was applied or stamped last.
 *
 * @param checksum its checksum
 * @param fingerprint its fingerprint; {@code null} where its checksum is not compared, too
 */
record Recorded(String checksum, @Nullable Long fingerprint) {

  /** Whether the revision means something else today. */
  boolean contradicts(RevisionScript script) {
    boolean untouched = fingerprint != null && fingerprint == script.fingerprint();
    return !untouched && RevisionChecksum.differ(checksum, script.checksum());
  }
}
