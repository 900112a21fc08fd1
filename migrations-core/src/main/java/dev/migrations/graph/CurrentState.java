package dev.migrations.graph;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** What the version rows of a database say about the graph. */
final class CurrentState {

  /** The version rows as they are in the database, sorted. */
  final List<String> given;

  /** The rows and all that they require. */
  final BitSet applied;

  /** What is applied and required by nothing that is applied: what the rows ought to be. */
  final BitSet rows;

  /** For each revision, how many of those that require it are applied. */
  final int[] appliedDependents;

  private CurrentState(List<String> given, BitSet starts, Edges edges) {
    this.given = given;
    this.applied = Reach.from(starts, edges.requires);
    this.appliedDependents = new int[edges.size()];
    applied.stream().forEach(i -> count(edges.requires[i]));
    this.rows = (BitSet) starts.clone();
    starts.stream().filter(i -> appliedDependents[i] > 0).forEach(rows::clear);
  }

  private void count(int[] required) {
    for (int each : required) {
      appliedDependents[each]++;
    }
  }

  /**
   * @throws UnknownCurrentRevisionException if the graph does not have all rows
   */
  static CurrentState of(Collection<String> currentRows, Names names, Edges edges) {
    List<String> given = List.copyOf(new TreeSet<>(currentRows));
    List<String> unknown = given.stream().filter(row -> names.id(row) == null).toList();
    if (!unknown.isEmpty()) {
      throw new UnknownCurrentRevisionException(unknown);
    }
    BitSet starts = new BitSet();
    given.stream().map(names::id).filter(Objects::nonNull).forEach(starts::set);
    return new CurrentState(given, starts, edges);
  }
}
