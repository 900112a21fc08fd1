package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionChecksum;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.util.List;
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
    List<RevisionScript> edited = of(state, state.rows());
    if (edited.isEmpty()) {
      return;
    }
    MigrationsException failure = failure(edited);
    if (reaction == Reaction.FAIL) {
      throw failure;
    }
    log.warn(failure.description());
  }

  /** The edited ones of those that the given version rows stand for, in load order. */
  List<RevisionScript> of(DatabaseState state, List<String> rows) {
    return state.graph(scripts).applied(rows).stream()
        .map(scripts::script)
        .filter(script -> isEdited(script, state))
        .toList();
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
