package dev.migrations.graph;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds the one revision that a name in a target stands for. */
final class NameResolver {

  private final List<RevisionNode> nodes;
  private final Names names;
  private final String target;

  NameResolver(List<RevisionNode> nodes, Names names, String target) {
    this.nodes = nodes;
    this.names = names;
    this.target = target;
  }

  /** By id, label or the beginning of an id. */
  int find(String name) {
    return find(name, position -> true);
  }

  /** The same within a branch; the beginning of an id need be unique only there. */
  int find(String name, String branch, BitSet lineage) {
    int found = find(name, lineage::get);
    if (!lineage.get(found)) {
      throw new NotInBranchException(target, nodes.get(found), branch);
    }
    return found;
  }

  private int find(String name, IntPredicate preferred) {
    Integer exact = names.typed(name);
    if (exact != null) {
      return exact;
    }
    String replacement = names.replacementOf(name);
    if (replacement != null) {
      throw new ReplacedRevisionException(target, name, replacement);
    }
    int[] all =
        IntStream.range(0, nodes.size()).filter(i -> nodes.get(i).id().startsWith(name)).toArray();
    if (all.length == 0) {
      List<String> replaced = names.notCounting(name);
      if (replaced.size() == 1 && name.length() >= Target.MIN_PREFIX) {
        return find(replaced.get(0), preferred);
      }
      if (!replaced.isEmpty()) {
        throw new UnknownRevisionException(target, name, replaced);
      }
      throw new UnknownRevisionException(target, name, names.near(name));
    }
    int[] inside = IntStream.of(all).filter(preferred).toArray();
    int[] candidates = inside.length == 0 ? all : inside;
    if (name.length() < Target.MIN_PREFIX) {
      throw new PrefixTooShortException(target, name, nodes(candidates));
    }
    if (candidates.length > 1) {
      throw new AmbiguousPrefixException(target, name, nodes(candidates));
    }
    return candidates[0];
  }

  private List<RevisionNode> nodes(int[] positions) {
    return IntStream.of(positions).mapToObj(nodes::get).toList();
  }
}
