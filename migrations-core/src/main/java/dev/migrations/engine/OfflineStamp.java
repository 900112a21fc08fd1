package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.TargetRange;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a stamp as a script that needs no application. */
final class OfflineStamp {

  /** The bookkeeping needs nothing that the oldest server does not have. */
  private static final int SERVER_VERSION = 14;

  private final RevisionScripts scripts;
  private final RevisionGraph graph;
  private final MigrationsSettings settings;

  OfflineStamp(RevisionScripts scripts, MigrationsSettings settings) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.settings = settings;
  }

  /**
   * The script.
   *
   * @param texts targets, of which one or several may be a range; all ranges begin at one place
   */
  String write(List<String> texts) {
    String start = null;
    List<String> rows = List.of();
    List<String> targets = new ArrayList<>();
    for (String text : texts) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        targets.add(text);
        continue;
      }
      TargetRange range = TargetRange.parse(text);
      if (range.to() == null) {
        throw new MigrationsException(
            "'%s' does not say where the stamp sets the database.".formatted(text),
            "Write both ends: from:to, such as base:head.");
      }
      String from = text.substring(0, colon);
      if (start != null && !start.equals(from)) {
        throw new MigrationsException(
            "The ranges begin at '%s' and at '%s', and a database stands at one place."
                .formatted(start, from),
            "Let all ranges begin where the database stands.");
      }
      start = from;
      rows = OfflineStart.rows(graph, range.from(), text);
      targets.add(text.substring(colon + 1));
    }
    return write(new StampPlanning(scripts, targets, false).from(rows));
  }

  private String write(Stamping stamping) {
    ScriptText text = new ScriptText();
    OfflineFrame frame = new OfflineFrame(text, settings, SERVER_VERSION);
    StampReport report = stamping.report();
    if (!frame.header("Stamp", report.rowsBefore(), report.rowsAfter(), report.isEmpty())) {
      return text.toString();
    }
    frame.open(report.rowsBefore(), report.rowsBefore().isEmpty());
    text.emptyLine();
    comment(text, "Counts as applied", stamping, report.added());
    comment(text, "No longer counts as applied", stamping, report.removed());
    text.statement("BEGIN");
    text.statement(
        SessionDefaults.saved()
            .forTransaction(settings.lockTimeout(), settings.statementTimeout()));
    text.statements(new Bookkeeping(new Tables(settings.schema()), settings, null).stamp(stamping));
    text.statement("COMMIT");
    frame.close();
    return text.toString();
  }

  private static void comment(
      ScriptText text, String what, Stamping stamping, List<String> revisions) {
    for (String revision : revisions) {
      @Nullable RevisionScript script = stamping.scripts().get(revision);
      text.comment(
          "%s: %s%s"
              .formatted(what, revision, script == null ? "" : " (" + script.message() + ")"));
    }
  }
}
