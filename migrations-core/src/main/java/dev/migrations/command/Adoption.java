package dev.migrations.command;

import dev.migrations.command.AdoptionPlan.Step;
import dev.migrations.engine.ExistingDatabase;
import dev.migrations.engine.FoundPredecessor;
import dev.migrations.engine.Migrations;
import dev.migrations.error.MigrationsException;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import dev.migrations.sql.SchemaDump;
import dev.migrations.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts on a database that is there already, because another tool or nobody has kept it: a base
 * revision stands for it and is marked as applied. The other tool's table is left alone.
 *
 * @since 0.1.0
 */
public final class Adoption {

  private final Migrations migrations;

  /** Adopts the database of this engine. */
  public Adoption(Migrations migrations) {
    this.migrations = migrations;
  }

  /**
   * What {@link #adopt} would do. Nothing is written.
   *
   * @param authoring asked for only when the application has no revision yet, so that a base has to
   *     be written
   * @throws MigrationsException when something speaks against it: the database is not where the
   *     base of the application stands for, it is empty, it has other revisions, the other tool has
   *     not finished its work, the application has revisions and none of them adopts anything
   */
  public AdoptionPlan plan(AdoptionRequest request, Supplier<Authoring> authoring) {
    RevisionScripts scripts = migrations.scripts();
    RevisionScript base = scripts.adoptingBase().orElse(null);
    if (base == null && !scripts.scripts().isEmpty()) {
      throw AdoptionRefusal.noBaseAdopts(scripts);
    }
    Predecessor adopts = base == null ? null : base.adopts();
    if (base != null
        && adopts != null
        && request.from() != null
        && request.from() != adopts.tool()) {
      throw AdoptionRefusal.asksForAnotherTool(base, adopts);
    }
    ExistingDatabase database = existing(request, adopts);
    return base == null || adopts == null
        ? written(request, database, authoring.get())
        : stamped(request, database, base, adopts);
  }

  /**
   * Does what was planned, if the other tool has not moved the database since. Where another
   * instance has adopted it meanwhile, a base that the application has is left as it is.
   *
   * @return whether this marked the base as applied
   * @throws AuthoringException when the file is there already or cannot be written; nothing is
   *     marked as applied then
   * @throws AdoptionFailedException when the base was written but not marked as applied
   */
  public boolean adopt(AdoptionPlan plan) {
    if (plan.step() == Step.NOTHING) {
      return false;
    }
    FoundPredecessor found = plan.database().found();
    ExistingDatabase now =
        found == null
            ? migrations.existing(null, PredecessorTool.UNVERSIONED)
            : migrations.existing(
                new TableName(found.schema(), found.table()).toString(), found.tool());
    if (!now.predecessor().isAtSamePositionAs(plan.database().predecessor())) {
      throw AdoptionRefusal.moved(plan.database(), now);
    }
    if (plan.step() == Step.STAMP) {
      return !migrations.stampFromBase(plan.base()).isEmpty();
    }
    new BaseWriter(migrations).writeAndStamp(plan);
    return true;
  }

  /**
   * Adopts the database if no revision is applied and the other tool has brought it to the position
   * that the base of the application stands for; for the boot. Does nothing when a revision is
   * applied, when no base adopts anything or stands for a database of no tool, and when the other
   * tool's table is not there.
   *
   * @return whether this marked the base as applied; of instances that boot together one does
   * @throws MigrationsException when the database is at another position
   */
  public boolean adoptAtBoot() {
    RevisionScript base = migrations.scripts().adoptingBase().orElse(null);
    Predecessor adopts = base == null ? null : base.adopts();
    if (base == null
        || adopts == null
        || adopts.tool() == PredecessorTool.UNVERSIONED
        || !migrations.status().current().isEmpty()) {
      return false;
    }
    AdoptionRequest request = AdoptionRequest.whateverIsThere();
    ExistingDatabase database = existing(request, adopts);
    if (database.found() == null || !database.rows().isEmpty()) {
      return false;
    }
    return adopt(stamped(request, database, base, adopts));
  }

  private ExistingDatabase existing(AdoptionRequest request, @Nullable Predecessor adopts) {
    String table =
        request.table() != null ? request.table() : adopts == null ? null : adopts.table();
    PredecessorTool tool =
        request.from() != null ? request.from() : adopts == null ? null : adopts.tool();
    ExistingDatabase database = migrations.existing(table, tool);
    if (request.table() != null && database.found() == null) {
      throw AdoptionRefusal.noTable(request.table(), tool);
    }
    return database;
  }

  private AdoptionPlan written(
      AdoptionRequest request, ExistingDatabase database, Authoring authoring) {
    if (!database.rows().isEmpty()) {
      throw AdoptionRefusal.hasRevisions(database);
    }
    PredecessorTool wanted = request.from();
    if (wanted != null && wanted != PredecessorTool.UNVERSIONED && database.found() == null) {
      throw AdoptionRefusal.noTable(wanted, database);
    }
    if (database.predecessor().tool() == PredecessorTool.UNVERSIONED && database.isEmpty()) {
      throw AdoptionRefusal.empty(database);
    }
    SchemaDump dump = dump(request, database);
    Predecessor adopts = database.predecessor();
    NewRevision revision =
        NewRevision.of(Objects.requireNonNullElse(request.message(), message(adopts)))
            .in(RevisionFormat.SQL)
            .withId(request.id());
    return authoring.base(revision, adopts, database, dump);
  }

  private static String message(Predecessor adopts) {
    return adopts.tool() == PredecessorTool.UNVERSIONED
        ? "Adopt the schema that is there"
        : "Adopt the schema of " + adopts.tool().displayName();
  }

  private AdoptionPlan stamped(
      AdoptionRequest request, ExistingDatabase database, RevisionScript base, Predecessor adopts) {
    SchemaDump dump = dump(request, database);
    Step step = step(database, base, adopts);
    return new AdoptionPlan(
        step,
        database,
        base.node().id(),
        adopts,
        null,
        dump == null ? null : BaseText.of(base.node(), base.message(), adopts, database, dump),
        dump == null ? List.of() : dump.leftOut());
  }

  private Step step(ExistingDatabase database, RevisionScript base, Predecessor adopts) {
    if (!database.rows().isEmpty()) {
      if (!isApplied(base.node().id(), database.rows())) {
        throw AdoptionRefusal.hasRevisions(database);
      }
      return Step.NOTHING;
    }
    if (!adopts.isAtSamePositionAs(database.predecessor())) {
      throw AdoptionRefusal.elsewhere(base, adopts, database);
    }
    if (adopts.tool() == PredecessorTool.UNVERSIONED && database.isEmpty()) {
      throw AdoptionRefusal.empty(database);
    }
    return Step.STAMP;
  }

  /** Itself, or as a part of a range that another revision replaces. */
  private boolean isApplied(String base, List<String> rows) {
    RevisionGraph graph = migrations.scripts().graph().forDatabase(rows, List.of());
    String counting = graph.countingFor(base);
    return counting != null
        && rows.stream().allMatch(row -> graph.revisionOfRow(row) != null)
        && graph.applied(rows).contains(counting);
  }

  private static @Nullable SchemaDump dump(AdoptionRequest request, ExistingDatabase database) {
    if (request.schemaDump() == null) {
      return null;
    }
    List<TableName> tables = new ArrayList<>();
    for (String own : Migrations.TABLES) {
      tables.add(new TableName(database.schema(), own));
    }
    FoundPredecessor found = database.found();
    if (found != null) {
      tables.add(new TableName(found.schema(), found.table()));
      if (found.tool() == PredecessorTool.LIQUIBASE) {
        tables.add(new TableName(found.schema(), "databasechangeloglock"));
      }
    }
    return SchemaDump.read(request.schemaDump(), tables);
  }
}
