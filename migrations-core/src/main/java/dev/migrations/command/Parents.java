package dev.migrations.command;

import dev.migrations.graph.RevisionGraph;
import dev.migrations.script.RevisionScripts;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the parents of a new revision, and refuses those that are not meant to be any. */
final class Parents {

  private final RevisionScripts scripts;
  private final RevisionGraph graph;

  Parents(RevisionScripts scripts) {
    this.scripts = scripts;
    this.graph = scripts.graph();
  }

  /** The one head, or what was named instead. */
  List<String> ofRevision(@Nullable String head, boolean splice) {
    if (head != null && !head.equals("head")) {
      return checked(resolve(head), splice);
    }
    List<String> heads = graph.heads();
    if (heads.size() > 1) {
      throw new AuthoringException(
          "A new revision needs one parent, but the revision graph has "
              + heads.size()
              + " heads:"
              + listed(heads),
          "Say which by the option 'head' (--head="
              + heads.get(0)
              + "), or join them first by the command 'merge'.");
    }
    return heads;
  }

  /** All heads, or what was named instead; two at least. */
  List<String> ofMerge(List<String> targets, boolean splice) {
    List<String> parents;
    if (targets.isEmpty()) {
      parents = graph.heads();
    } else {
      Set<String> named = new LinkedHashSet<>();
      targets.forEach(target -> named.addAll(resolve(target)));
      parents = List.copyOf(named);
    }
    if (parents.size() < 2) {
      throw new AuthoringException(
          parents.isEmpty()
              ? "There is nothing to merge: no revision was found."
              : "There is nothing to merge: "
                  + (targets.isEmpty() ? "the only head is" : "that names only")
                  + listed(parents),
          "A merge joins two revisions or more; without any named, it joins all heads.");
    }
    return checked(parents, splice);
  }

  /** As the target grammar, but that {@code heads} is every revision without a child. */
  List<String> resolve(String text) {
    return text.equals("heads") ? graph.heads() : GraphCommands.resolve(graph, text);
  }

  private List<String> checked(List<String> parents, boolean splice) {
    List<String> inner = parents.stream().filter(id -> !graph.children(id).isEmpty()).toList();
    if (!inner.isEmpty() && !splice) {
      throw new AuthoringException(
          (inner.size() == 1 ? "This revision is no head:" : "These revisions are no heads:")
              + listed(inner),
          "A new revision there starts a branch. If that is meant, say so by the option 'splice'"
              + " (--splice).");
    }
    List<String> implied = parents.stream().filter(ancestors(parents)::contains).toList();
    if (!implied.isEmpty()) {
      throw new AuthoringException(
          (implied.size() == 1
                  ? "This parent is an ancestor of another parent:"
                  : "These parents are ancestors of other parents:")
              + listed(implied),
          "Leave it out; a revision follows the ancestors of its parents anyway.");
    }
    return parents;
  }

  private Set<String> ancestors(Collection<String> revisions) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(revisions);
    while (!open.isEmpty()) {
      for (String parent : graph.revision(open.pop()).downRevisions()) {
        if (found.add(parent)) {
          open.push(parent);
        }
      }
    }
    return found;
  }

  private String listed(List<String> ids) {
    return ids.stream()
        .map(scripts::script)
        .map(
            script ->
                "%n  %s (%s), %s"
                    .formatted(script.node().id(), script.node().origin(), script.message()))
        .collect(Collectors.joining());
  }
}
