package dev.migrations.script;

import dev.migrations.graph.RevisionNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file, class or bean that was found, with what it says and what is wrong with it.
 *
 * @param fileName the name of its file, without folders and ending
 * @param origin what it is called in messages, and what orders those with one file name
 * @param header what it says about its revision
 * @param faults what is wrong with it
 * @param script makes the script from its place in the graph
 */
record Candidate(
    String fileName,
    String origin,
    RevisionHeader header,
    List<ScriptFault> faults,
    Function<RevisionNode, RevisionScript> script) {

  static final Comparator<Candidate> LOAD_ORDER =
      Comparator.comparing(Candidate::fileName).thenComparing(Candidate::origin);

  @Nullable RevisionNode node() {
    return header.node(origin);
  }
}
