package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionChecksum;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what is applied with what the application would apply today. */
final class EditedRevisions {

  private static final Logger log = LoggerFactory.getLogger(EditedRevisions.class);

  private final RevisionScripts scripts;
  private final Reaction reaction;

  EditedRevisions(RevisionScripts scripts, Reaction reaction) {
    this.scripts = scripts;
    this.reaction = reaction;
  }

  /**
   * @throws EditedRevisionException when there are any and the reaction is to fail
   */
  void check(DatabaseState state) {
    if (reaction == Reaction.IGNORE || state.checksums().isEmpty()) {
      return;
    }
    Set<String> applied = scripts.graph().applied(state.rows());
    List<RevisionScript> edited = new ArrayList<>();
    for (String revision : applied) {
      RevisionScript script = scripts.script(revision);
      if (isEdited(script, state)) {
        edited.add(script);
      }
    }
    if (edited.isEmpty()) {
      return;
    }
    MigrationsException failure = failure(edited);
    if (reaction == Reaction.FAIL) {
      throw failure;
    }
    log.warn(failure.description());
  }

  private static boolean isEdited(RevisionScript script, DatabaseState state) {
    String then = state.checksums().get(script.node().id());
    return then != null && RevisionChecksum.differ(then, script.checksum());
  }

  private static MigrationsException failure(List<RevisionScript> edited) {
    StringBuilder text = new StringBuilder();
    text.append(edited.size() == 1 ? "A revision was" : edited.size() + " revisions were");
    text.append(" edited after being applied:");
    for (RevisionScript script : edited) {
      text.append(
          "%n  %s (%s) in %s"
              .formatted(script.node().id(), script.message(), script.node().origin()));
    }
    return new EditedRevisionException(
        edited.stream().map(script -> script.node().id()).toList(), text.toString());
  }
}
