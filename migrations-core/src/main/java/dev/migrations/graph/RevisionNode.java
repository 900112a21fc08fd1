package dev.migrations.graph;

import java.util.List;

/**
 * One revision as the graph sees it.
 *
 * @param id the revision's id; any text without {@code @ - + :} and white space
 * @param downRevisions the parents: none for a base, two or more for a merge
 * @param dependsOn ids or branch labels of revisions that must be applied before, but are no
 *     parents
 * @param branchLabels names given here to the line of revisions that this one belongs to
 * @param replaces ids of the range of revisions that this one stands for, the end of the range
 *     last; most often none
 * @param origin where the revision is written down, for messages: a file or a class
 * @since 0.1.0
 */
public record RevisionNode(
    String id,
    List<String> downRevisions,
    List<String> dependsOn,
    List<String> branchLabels,
    List<String> replaces,
    String origin) {

  public RevisionNode {
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    replaces = List.copyOf(replaces);
  }

  /** A revision that replaces none. */
  public RevisionNode(
      String id,
      List<String> downRevisions,
      List<String> dependsOn,
      List<String> branchLabels,
      String origin) {
    this(id, downRevisions, dependsOn, branchLabels, List.of(), origin);
  }
}
