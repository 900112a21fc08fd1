package dev.migrations.graph;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Revisions whose version row has the id of a revision that they stand in for. */
  private final Map<Integer, String> otherNames;

  private CurrentState(
      List<String> given, BitSet starts, Map<Integer, String> otherNames, Edges edges) {
    this.given = given;
    this.otherNames = otherNames;
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
    List<String> unknown = given.stream().filter(row -> names.row(row) == null).toList();
    if (!unknown.isEmpty()) {
      throw new UnknownCurrentRevisionException(unknown);
    }
    BitSet starts = new BitSet();
    Map<Integer, String> otherNames = new HashMap<>();
    for (String row : given) {
      int revision = Objects.requireNonNull(names.row(row));
      if (names.id(row) == null) {
        otherNames.put(revision, row);
      }
      starts.set(revision);
    }
    given.stream().map(names::id).filter(Objects::nonNull).forEach(otherNames::remove);
    return new CurrentState(given, starts, otherNames, edges);
  }

  /** The row of a revision as it is in the database. */
  String rowName(int revision, String id) {
    return otherNames.getOrDefault(revision, id);
  }
}
