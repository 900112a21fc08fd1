package dev.migrations.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Revisions and the edges between them. Immutable; a graph that exists has no faults.
 *
 * <p>One model answers every question. <em>Applied</em> are the version rows and all their
 * ancestors, over parents and dependencies. The version rows are the applied revisions that nothing
 * applied requires. An upgrade applies the target and those of its ancestors that are not applied.
 * A downgrade takes back the applied descendants of the target's children.
 *
 * <p>There is one order of all revisions: parents and dependencies first, and of those that may
 * come next always the first one in load order. An upgrade is a part of that order, a downgrade a
 * part of its reverse; so two revisions run in the same order whatever a database has applied
 * before.
 *
 * <p>A revision may replace a range of others. Then it alone counts, as if it had been there
 * instead of them: whoever has the end of the range as a version row has applied it. Only a
 * database that stands inside of the range has a graph of its own, {@link #forDatabase}, in which
 * the range counts; every method that is given version rows answers from there.
 *
 * <p>Building a graph and planning take time and memory near-linear in the revisions and edges.
 *
 * @since 0.1.0
 */
public final class RevisionGraph {

  private final Replacements replacements;
  private final Set<String> expanded;
  private final CountingRevisions counting;

  private RevisionGraph(
      Replacements replacements, Set<String> expanded, CountingRevisions counting) {
    this.replacements = replacements;
    this.expanded = expanded;
    this.counting = counting;
  }

  /**
   * The graph of the given revisions, whose order is the load order that breaks ties.
   *
   * @throws RevisionGraphException naming every fault of the graph at once
   */
  public static RevisionGraph of(List<RevisionNode> revisions) {
    Replacements replacements = new Replacements(List.copyOf(revisions));
    Set<GraphFault> faults = new LinkedHashSet<>(replacements.faults());
    Set<String> expandable = replacements.expandable();
    if (!expandable.isEmpty()) {
      faults.addAll(new CountingRevisions(replacements.shape(expandable)).faults());
    }
    CountingRevisions counting = new CountingRevisions(replacements.shape(Set.of()));
    faults.addAll(counting.faults());
    if (!faults.isEmpty()) {
      throw new RevisionGraphException(List.copyOf(faults));
    }
    return new RevisionGraph(replacements, Set.of(), counting);
  }

  /**
   * The graph of a database with the given version rows. It is this one, unless the database stands
   * inside of a range that another revision replaces, and all revisions of the range are there:
   * then those count instead of the one in their place.
   *
   * @param rows the version rows; those that are not in the graph do no harm
   * @param halfDone revisions that were begun and not ended
   */
  public RevisionGraph forDatabase(Collection<String> rows, Collection<String> halfDone) {
    Set<String> underWay = replacements.underWay(expanded, rows, halfDone);
    if (underWay.equals(expanded)) {
      return this;
    }
    return new RevisionGraph(
        replacements, underWay, new CountingRevisions(replacements.shape(underWay)));
  }

  /**
   * The id of the revision that a version row stands for: the same, or of the revision that
   * replaces a range of which this is the end. {@code null} when the graph has none.
   */
  public @Nullable String revisionOfRow(String row) {
    return counting.ofRow(row);
  }

  /**
   * The id of the revision that replaces a range of which this is inside; {@code null} when there
   * is none, or the range counts itself.
   */
  public @Nullable String replacementOf(String id) {
    return counting.names.replacementOf(id);
  }

  /**
   * The id of the revision that counts for this one: itself, or the one that replaces the range
   * which it is a part of. {@code null} when the graph has none.
   */
  public @Nullable String countingFor(String id) {
    String own = revisionOfRow(id);
    return own == null ? replacementOf(id) : own;
  }

  /** Those of a database's version rows that stand for a revision, in the order given. */
  public List<String> knownRows(Collection<String> rows) {
    RevisionGraph graph = at(rows);
    return rows.stream().filter(row -> graph.revisionOfRow(row) != null).toList();
  }

  /** Those of a database's version rows that stand for none, in the order given. */
  public List<String> unknownRows(Collection<String> rows) {
    RevisionGraph graph = at(rows);
    return rows.stream().filter(row -> graph.revisionOfRow(row) == null).toList();
  }

  /** All revisions that count, in load order: of a range and its replacement only one does. */
  public List<RevisionNode> revisions() {
    return counting.nodes;
  }

  /** Whether there is a revision with exactly this id. */
  public boolean contains(String id) {
    return counting.names.id(id) != null;
  }

  /**
   * The revision with exactly this id.
   *
   * @throws UnknownRevisionException if there is none
   */
  public RevisionNode revision(String id) {
    return counting.nodes.get(counting.position(id));
  }

  /** Revisions without a child, in load order. */
  public List<String> heads() {
    return counting.ids(i -> counting.edges.children[i].length == 0);
  }

  /**
   * The version rows of a database that has everything applied, in load order: heads that nothing
   * depends on.
   */
  public List<String> rowsAtHeads() {
    return counting.ids(i -> counting.edges.requiredBy[i].length == 0);
  }

  /** Revisions without a parent, in load order. */
  public List<String> bases() {
    return counting.ids(i -> counting.edges.parents[i].length == 0);
  }

  /** Revisions with two or more children, in load order. */
  public List<String> branchPoints() {
    return counting.ids(i -> counting.edges.children[i].length > 1);
  }

  /**
   * Revisions that have this one as a parent, in load order.
   *
   * @throws UnknownRevisionException if there is no revision with exactly this id
   */
  public List<String> children(String id) {
    return counting.ids(counting.edges.children[counting.position(id)]);
  }

  /**
   * The ids that must be applied before a revision: its parents, then its dependencies, with labels
   * resolved.
   *
   * @throws UnknownRevisionException if there is no revision with exactly this id
   */
  public List<String> requirements(String id) {
    return counting.ids(counting.edges.requires[counting.position(id)]);
  }

  /**
   * The branch labels that a revision carries: those given on it, on any ancestor, and on a
   * descendant to which the line leads without a branch point or a merge.
   *
   * @throws UnknownRevisionException if there is no revision with exactly this id
   */
  public Set<String> labelsOf(String id) {
    if (counting.names.labels().isEmpty()) {
      return Set.of();
    }
    return new Branches(counting.nodes, counting.edges).labels(counting.position(id));
  }

  /**
   * The revisions that a target stands for, in load order; none for {@code base}.
   *
   * @param currentRows the version rows from which relative targets count
   * @param target what was typed
   * @throws TargetException if the target is not clear or not there
   * @throws UnknownCurrentRevisionException if a version row is not in the graph
   */
  public List<String> resolve(Collection<String> currentRows, String target) {
    return resolve(currentRows, Target.parse(target));
  }

  /** As {@link #resolve(Collection, String)}, for a target that was read before. */
  public List<String> resolve(Collection<String> currentRows, Target target) {
    return at(currentRows).counting.resolve(currentRows, target);
  }

  /**
   * The steps from the given version rows up to the target; none when it is applied already.
   *
   * <p>Rows that other rows imply do no harm: the first step removes them.
   *
   * @throws TargetException if the target is not clear, not there or not above the rows
   * @throws UnknownCurrentRevisionException if a version row is not in the graph
   */
  public Plan upgrade(Collection<String> currentRows, String target) {
    return upgrade(currentRows, Target.parse(target));
  }

  /** As {@link #upgrade(Collection, String)}, for a target that was read before. */
  public Plan upgrade(Collection<String> currentRows, Target target) {
    return at(currentRows).counting.upgrade(currentRows, target);
  }

  /**
   * The steps from the given version rows down to the target; none when it is current already.
   *
   * <p>{@code label@base} takes back the revisions that carry the label and what requires them, and
   * leaves the trunk and sibling branches alone. {@code -1} from a merge takes only the merge back.
   *
   * @throws TargetException if the target is not clear, not there or not below the rows
   * @throws UnknownCurrentRevisionException if a version row is not in the graph
   */
  public Plan downgrade(Collection<String> currentRows, String target) {
    return downgrade(currentRows, Target.parse(target));
  }

  /** As {@link #downgrade(Collection, String)}, for a target that was read before. */
  public Plan downgrade(Collection<String> currentRows, Target target) {
    return at(currentRows).counting.downgrade(currentRows, target);
  }

  /**
   * As {@link #downgrade(Collection, String)}, of a database on which the upgrade of some revisions
   * stopped half way. They count as if they were applied: {@code -1} takes such a revision back,
   * and so does the row below it. Their steps come first and move no rows.
   *
   * @param halfDone revisions of which a part is done, and all that they require is applied
   */
  public Plan downgrade(
      Collection<String> currentRows, Collection<String> halfDone, String target) {
    return forDatabase(currentRows, halfDone)
        .counting
        .downgrade(currentRows, halfDone, Target.parse(target));
  }

  /**
   * The steps that an upgrade or a downgrade would take, whichever of them leads to the target:
   * down when the target is applied already, up when it is not. Who stamps moves the version rows
   * as these steps do, and runs nothing. It may lead into the middle of a range that is replaced.
   *
   * @throws TargetException if the target is not clear or not there
   * @throws UnknownCurrentRevisionException if a version row is not in the graph
   */
  public Plan stamp(Collection<String> currentRows, String target) {
    Target parsed = Target.parse(target);
    return at(currentRows).at(named(parsed)).counting.stamp(currentRows, parsed);
  }

  /**
   * The revisions of a range, both ends included, newest first: the reverse of the order in which
   * an upgrade applies them. A distance that leads past the first or the last revision ends there.
   *
   * @param currentRows the version rows that {@code current} and distances without a start mean
   * @param range what was typed
   * @throws TargetException if an end is not clear or not there, or the lower end is no ancestor of
   *     the upper one
   * @throws UnknownCurrentRevisionException if a version row is not in the graph
   */
  public List<String> range(Collection<String> currentRows, TargetRange range) {
    return at(currentRows).counting.range(currentRows, range);
  }

  /**
   * The version rows of a database that has the given revisions applied, and all that they require:
   * those of them that no other one requires, in load order.
   *
   * @throws UnknownCurrentRevisionException if a revision is not in the graph
   */
  public List<String> rowsFor(Collection<String> revisions) {
    return at(revisions).counting.rowsFor(revisions);
  }

  /**
   * The version rows of a database that is known to stand at a target. The end of a range, and a
   * revision inside of it, are taken by their names, not as the revision that replaces the range.
   *
   * @throws TargetException if the target is not clear or not there
   * @throws UnknownCurrentRevisionException if the target is inside of a range that is not there
   */
  public List<String> rowsAt(Target target) {
    List<String> named = named(target).stream().filter(this::isReplaced).toList();
    return rowsFor(named.isEmpty() ? resolve(List.of(), target) : named);
  }

  private boolean isReplaced(String id) {
    return !contains(id) && countingFor(id) != null;
  }

  private static List<String> named(Target target) {
    return target instanceof Target.Absolute
            && target.branch() == null
            && target.point() instanceof Point.Name name
        ? List.of(name.text())
        : List.of();
  }

  /**
   * The rows and all their ancestors, over parents and dependencies, in load order.
   *
   * @throws UnknownCurrentRevisionException if a version row is not in the graph
   */
  public Set<String> applied(Collection<String> currentRows) {
    return at(currentRows).counting.applied(currentRows);
  }

  /** The graph in which a database with these version rows plans. */
  private RevisionGraph at(Collection<String> rows) {
    return forDatabase(rows, List.of());
  }
}
