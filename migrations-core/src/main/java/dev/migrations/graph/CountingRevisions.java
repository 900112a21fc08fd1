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
import org.jspecify.annotations.Nullable;

/** A graph of revisions of which all count, none standing beside the range that it replaces. */
final class CountingRevisions {

  final List<RevisionNode> nodes;
  final Names names;
  final Edges edges;
  private final Planner planner;

  CountingRevisions(Shape shape) {
    this.nodes = shape.nodes();
    this.names = new Names(shape);
    this.edges = new Edges(nodes, names);
    this.planner = new Planner(nodes, edges, names);
  }

  List<GraphFault> faults() {
    return GraphCheck.faults(nodes, names, edges);
  }

  int position(String id) {
    Integer position = names.id(id);
    if (position == null) {
      throw new UnknownRevisionException(id, id, NearNames.of(id, names.ids()));
    }
    return position;
  }

  @Nullable String ofRow(String row) {
    Integer position = names.row(row);
    return position == null ? null : id(position);
  }

  List<String> resolve(Collection<String> rows, Target target) {
    return ids(planner.resolver(state(rows), target).place().points());
  }

  Plan upgrade(Collection<String> rows, Target target) {
    return planner.upgrade(state(rows), target);
  }

  Plan downgrade(Collection<String> rows, Target target) {
    return planner.downgrade(state(rows), target);
  }

  Plan downgrade(Collection<String> rows, Collection<String> halfDone, Target target) {
    List<String> finished = new ArrayList<>(rows);
    finished.addAll(halfDone);
    return planner.downgrade(state(rows), state(rowsFor(finished)), target);
  }

  Plan stamp(Collection<String> rows, Target target) {
    return planner.stamp(state(rows), target);
  }

  /** Newest first. */
  List<String> range(Collection<String> rows, TargetRange range) {
    BitSet inside = new RangeResolver(edges, planner, state(rows)).revisions(range);
    List<String> revisions =
        new ArrayList<>(ids(IntStream.of(planner.order()).filter(inside::get).toArray()));
    Collections.reverse(revisions);
    return List.copyOf(revisions);
  }

  List<String> rowsFor(Collection<String> revisions) {
    CurrentState state = state(revisions);
    return state.rows.stream().mapToObj(i -> state.rowName(i, id(i))).toList();
  }

  Set<String> applied(Collection<String> rows) {
    return state(rows).applied.stream()
        .mapToObj(this::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  List<String> ids(IntPredicate wanted) {
    return ids(IntStream.range(0, nodes.size()).filter(wanted).toArray());
  }

  List<String> ids(int[] positions) {
    return IntStream.of(positions).mapToObj(this::id).toList();
  }

  private List<String> ids(BitSet positions) {
    return positions.stream().mapToObj(this::id).toList();
  }

  private String id(int position) {
    return nodes.get(position).id();
  }

  private CurrentState state(Collection<String> rows) {
    return CurrentState.of(rows, names, edges);
  }
}
