package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
   * Costs a query only when a fingerprint changed.
   *
   * @throws EditedRevisionException when there are any and the reaction is to fail
   */
  void check(Connection connection, DatabaseState state) throws SQLException {
    if (reaction == Reaction.IGNORE) {
      return;
    }
    List<RevisionScript> edited = of(connection, state, state.rows());
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
  List<RevisionScript> of(Connection connection, DatabaseState state, List<String> rows)
      throws SQLException {
    List<RevisionScript> applied = new ArrayList<>();
    state.graph(scripts).applied(rows).forEach(id -> applied.add(scripts.script(id)));
    if (!state.tablesExist() || state.fingerprints().matchThoseOf(applied)) {
      return List.of();
    }
    Map<String, Recorded> recorded = RecordedReader.read(connection, state.tables());
    applied.removeIf(script -> !isEdited(script, recorded.get(script.node().id())));
    return applied;
  }

  private static boolean isEdited(RevisionScript script, @Nullable Recorded recorded) {
    return recorded != null && recorded.contradicts(script);
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
