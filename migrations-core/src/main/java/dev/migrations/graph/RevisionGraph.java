package dev.migrations.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
 * <p>Building a graph and planning take time and memory near-linear in the revisions and edges.
 *
 * @since 0.1.0
 */
public final class RevisionGraph {

  private final List<RevisionNode> nodes;
  private final Names names;
  private final Edges edges;
  private final Planner planner;

  private RevisionGraph(List<RevisionNode> nodes, Names names, Edges edges) {
    this.nodes = nodes;
    this.names = names;
    this.edges = edges;
    this.planner = new Planner(nodes, edges, names);
  }

  /**
   * The graph of the given revisions, whose order is the load order that breaks ties.
   *
   * @throws RevisionGraphException naming every fault of the graph at once
   */
  public static RevisionGraph of(List<RevisionNode> revisions) {
    List<RevisionNode> nodes = List.copyOf(revisions);
    Names names = new Names(nodes);
    Edges edges = new Edges(nodes, names);
    List<GraphFault> faults = GraphCheck.faults(nodes, names, edges);
    if (!faults.isEmpty()) {
      throw new RevisionGraphException(faults);
    }
    return new RevisionGraph(nodes, names, edges);
  }

  /** All revisions in load order. */
  public List<RevisionNode> revisions() {
    return nodes;
  }

  /** Whether there is a revision with exactly this id. */
  public boolean contains(String id) {
    return names.id(id) != null;
  }

  /**
   * The revision with exactly this id.
   *
   * @throws UnknownRevisionException if there is none
   */
  public RevisionNode revision(String id) {
    return nodes.get(position(id));
  }

  /** Revisions without a child, in load order. */
  public List<String> heads() {
    return ids(i -> edges.children[i].length == 0);
  }

  /**
   * The version rows of a database that has everything applied, in load order: heads that nothing
   * depends on.
   */
  public List<String> rowsAtHeads() {
    return ids(i -> edges.requiredBy[i].length == 0);
  }

  /** Revisions without a parent, in load order. */
  public List<String> bases() {
    return ids(i -> edges.parents[i].length == 0);
  }

  /** Revisions with two or more children, in load order. */
  public List<String> branchPoints() {
    return ids(i -> edges.children[i].length > 1);
  }

  /**
   * Revisions that have this one as a parent, in load order.
   *
   * @throws UnknownRevisionException if there is no revision with exactly this id
   */
  public List<String> children(String id) {
    return ids(edges.children[position(id)]);
  }

  /**
   * The ids that must be applied before a revision: its parents, then its dependencies, with labels
   * resolved.
   *
   * @throws UnknownRevisionException if there is no revision with exactly this id
   */
  public List<String> requirements(String id) {
    return ids(edges.requires[position(id)]);
  }

  /**
   * The branch labels that a revision carries: those given on it, on any ancestor, and on a
   * descendant to which the line leads without a branch point or a merge.
   *
   * @throws UnknownRevisionException if there is no revision with exactly this id
   */
  public Set<String> labelsOf(String id) {
    if (names.labels().isEmpty()) {
      return Set.of();
    }
    return new Branches(nodes, edges).labels(position(id));
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
    BitSet points = planner.resolver(state(currentRows), target).place().points();
    return points.stream().mapToObj(i -> nodes.get(i).id()).toList();
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
    return planner.upgrade(state(currentRows), target);
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
    return planner.downgrade(state(currentRows), target);
  }

  /**
   * The steps that an upgrade or a downgrade would take, whichever of them leads to the target:
   * down when the target is applied already, up when it is not. Who stamps moves the version rows
   * as these steps do, and runs nothing.
   *
   * @throws TargetException if the target is not clear or not there
   * @throws UnknownCurrentRevisionException if a version row is not in the graph
   */
  public Plan stamp(Collection<String> currentRows, String target) {
    return planner.stamp(state(currentRows), Target.parse(target));
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
    BitSet inside = new RangeResolver(edges, planner, state(currentRows)).revisions(range);
    List<String> revisions =
        new ArrayList<>(ids(IntStream.of(planner.order()).filter(inside::get).toArray()));
    Collections.reverse(revisions);
    return List.copyOf(revisions);
  }

  /**
   * The version rows of a database that has the given revisions applied, and all that they require:
   * those of them that no other one requires, in load order.
   *
   * @throws UnknownCurrentRevisionException if a revision is not in the graph
   */
  public List<String> rowsFor(Collection<String> revisions) {
    return ids(state(revisions).rows.stream().toArray());
  }

  /**
   * The rows and all their ancestors, over parents and dependencies, in load order.
   *
   * @throws UnknownCurrentRevisionException if a version row is not in the graph
   */
  public Set<String> applied(Collection<String> currentRows) {
    return state(currentRows).applied.stream()
        .mapToObj(i -> nodes.get(i).id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private CurrentState state(Collection<String> currentRows) {
    return CurrentState.of(currentRows, names, edges);
  }

  private int position(String id) {
    Integer position = names.id(id);
    if (position == null) {
      throw new UnknownRevisionException(id, id, NearNames.of(id, names.ids()));
    }
    return position;
  }

  private List<String> ids(IntPredicate wanted) {
    return ids(IntStream.range(0, nodes.size()).filter(wanted).toArray());
  }

  private List<String> ids(int[] positions) {
    return IntStream.of(positions).mapToObj(i -> nodes.get(i).id()).toList();
  }
}
