package dev.migrations.script;

import dev.migrations.graph.GraphFault;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionGraphException;
import dev.migrations.graph.RevisionNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The revisions whose headers were read.
 *
 * @param graph the graph that they form
 * @param scripts all of them in load order, by their ids
 * @param inventory the files that were read
 */
record Content(RevisionGraph graph, Map<String, RevisionScript> scripts, long inventory) {

  /**
   * @throws InvalidRevisionsException naming every fault of every location, file and class
   * @throws RevisionGraphException naming every fault of the graph, when the files have none
   */
  static Content of(Listing listing, Discovery discovery) {
    List<Candidate> candidates = discovery.candidates();
    List<ScriptFault> faults = new ArrayList<>(listing.faults());
    candidates.forEach(candidate -> faults.addAll(candidate.faults()));
    faults.addAll(secondAdoptions(candidates));
    if (!faults.isEmpty()) {
      boolean incomplete = !listing.faults().isEmpty();
      throw new InvalidRevisionsException(faults, incomplete ? List.of() : graphFaults(candidates));
    }
    List<RevisionNode> nodes = new ArrayList<>();
    Map<String, RevisionScript> scripts = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      RevisionNode node = candidate.node();
      if (node != null) {
        nodes.add(node);
        scripts.put(node.id(), candidate.script().apply(node));
      }
    }
    return new Content(RevisionGraph.of(nodes), scripts, discovery.inventory());
  }

  /** A database counts as having one base of another tool, so only one may say so. */
  private static List<ScriptFault> secondAdoptions(List<Candidate> candidates) {
    List<Candidate> adopting =
        candidates.stream().filter(candidate -> candidate.header().adopts() != null).toList();
    return adopting.stream()
        .skip(1)
        .map(
            candidate ->
                new ScriptFault(
                    candidate.origin(),
                    0,
                    "it has 'adopts', as " + adopting.get(0).origin() + " has already",
                    "Keep the one that stands for the database as the other tool left it."))
        .toList();
  }

  private static List<GraphFault> graphFaults(List<Candidate> candidates) {
    List<RevisionNode> nodes = new ArrayList<>();
    for (Candidate candidate : candidates) {
      RevisionNode node = candidate.node();
      if (node == null) {
        return List.of();
      }
      nodes.add(node);
    }
    try {
      RevisionGraph.of(nodes);
      return List.of();
    } catch (RevisionGraphException ex) {
      return ex.faults();
    }
  }
}
