package dev.migrations.graph;

import java.util.List;
import java.util.Set;

/**
 * One reason why revisions do not make a graph.
 *
 * @since 0.1.0
 */
public sealed interface GraphFault {

  /** What is wrong, in one sentence that names the ids and where they are written down. */
  String message();

  /** What the author of the revisions does about it. */
  String action();

  /**
   * Two or more revisions with one id.
   *
   * @param id the id
   * @param origins where the revisions are written down, in load order
   */
  record DuplicateId(String id, List<String> origins) implements GraphFault {
    public DuplicateId {
      origins = List.copyOf(origins);
    }

    @Override
    public String message() {
      return "Revision id %s is taken %d times: %s."
          .formatted(id, origins.size(), String.join(", ", origins));
    }

    @Override
    public String action() {
      return "Give each revision an id of its own.";
    }
  }

  /**
   * A parent that is no revision.
   *
   * @param revision the revision that names it
   * @param parent the id that is named
   * @param near ids that differ little from it
   */
  record MissingParent(RevisionNode revision, String parent, List<String> near)
      implements GraphFault {
    public MissingParent {
      near = List.copyOf(near);
    }

    @Override
    public String message() {
      return "Revision %s has the down revision %s, which does not exist%s."
          .formatted(Listing.line(revision), parent, NearNames.hint(near));
    }

    @Override
    public String action() {
      return "Correct the down revision, or bring the missing file or class back.";
    }
  }

  /**
   * A dependency that is neither a revision nor a branch label.
   *
   * @param revision the revision that names it
   * @param dependency the id or label that is named
   * @param near ids and labels that differ little from it
   */
  record MissingDependency(RevisionNode revision, String dependency, List<String> near)
      implements GraphFault {
    public MissingDependency {
      near = List.copyOf(near);
    }

    @Override
    public String message() {
      return "Revision %s depends on %s, which is no revision and no branch label%s."
          .formatted(Listing.line(revision), dependency, NearNames.hint(near));
    }

    @Override
    public String action() {
      return "Correct the dependency, or bring the missing file or class back.";
    }
  }

  /**
   * Revisions that all have to come before one another.
   *
   * @param path one way round: each revision comes after the next one, the last after the first
   * @param revisions all revisions that take part, also by other ways, in load order
   * @param throughDependency whether the way uses an edge that is a dependency and no parent
   */
  record Cycle(List<RevisionNode> path, List<RevisionNode> revisions, boolean throughDependency)
      implements GraphFault {
    public Cycle {
      path = List.copyOf(path);
      revisions = List.copyOf(revisions);
    }

    @Override
    public String message() {
      String way = Listing.joined(path, " -> ") + " -> " + path.get(0).id();
      Set<RevisionNode> onTheWay = Set.copyOf(path);
      List<RevisionNode> others =
          revisions.stream().filter(revision -> !onTheWay.contains(revision)).toList();
      return "Revisions come after themselves in a cycle%s: %s%s."
          .formatted(
              throughDependency ? " through dependencies" : "",
              way,
              others.isEmpty() ? "" : "; tied into it are " + Listing.joined(others, ", "));
    }

    @Override
    public String action() {
      return "Break the cycle: take out one of its down revisions or dependencies.";
    }
  }

  /**
   * A branch label that several revisions give.
   *
   * @param label the label
   * @param revisions the revisions that give it, in load order
   */
  record LabelTaken(String label, List<RevisionNode> revisions) implements GraphFault {
    public LabelTaken {
      revisions = List.copyOf(revisions);
    }

    @Override
    public String message() {
      return "Branch label %s is given by %d revisions: %s."
          .formatted(label, revisions.size(), Listing.joined(revisions, ", "));
    }

    @Override
    public String action() {
      return "Give a branch label on one revision only; those after it carry it by themselves.";
    }
  }

  /**
   * A branch label that is also the id of a revision.
   *
   * @param revision the revision that gives the label
   * @param identified the revision that has it as its id
   */
  record LabelEqualsId(RevisionNode revision, RevisionNode identified) implements GraphFault {
    @Override
    public String message() {
      return "Revision %s gives the branch label %s, which is the id of the revision in %s."
          .formatted(Listing.line(revision), identified.id(), identified.origin());
    }

    @Override
    public String action() {
      return "Choose another branch label: ids and labels share one space of names.";
    }
  }

  /**
   * An id that the target grammar could not tell apart.
   *
   * @param revision the revision
   * @param reason what is wrong with its id
   */
  record IllegalId(RevisionNode revision, String reason) implements GraphFault {
    @Override
    public String message() {
      return "The revision id '%s' (%s) is not allowed: %s."
          .formatted(revision.id(), revision.origin(), reason);
    }

    @Override
    public String action() {
      return "Choose an id without @ - + : and white space, other than head, heads, base and"
          + " current.";
    }
  }

  /**
   * A branch label that the target grammar could not tell apart.
   *
   * @param revision the revision that gives it
   * @param label the label
   * @param reason what is wrong with it
   */
  record IllegalLabel(RevisionNode revision, String label, String reason) implements GraphFault {
    @Override
    public String message() {
      return "The branch label '%s' of revision %s is not allowed: %s."
          .formatted(label, Listing.line(revision), reason);
    }

    @Override
    public String action() {
      return "Choose a branch label without @ - + : and white space, other than head, heads, base"
          + " and current.";
    }
  }

  /**
   * A revision in its own range.
   *
   * @param revision the revision that replaces itself
   */
  record ReplacesItself(RevisionNode revision) implements GraphFault {
    @Override
    public String message() {
      return "Revision %s replaces itself.".formatted(Listing.line(revision));
    }

    @Override
    public String action() {
      return "Name in 'replaces' only the revisions of the range that it stands for.";
    }
  }

  /**
   * Revisions in two ranges.
   *
   * @param replaced the ids that are named twice
   * @param revisions the revisions that replace them, in load order
   */
  record ReplacedTwice(List<String> replaced, List<RevisionNode> revisions) implements GraphFault {
    public ReplacedTwice {
      replaced = List.copyOf(replaced);
      revisions = List.copyOf(revisions);
    }

    @Override
    public String message() {
      return "%s %s replaced by %d revisions: %s."
          .formatted(
              (replaced.size() == 1 ? "Revision " : "Revisions ") + String.join(", ", replaced),
              replaced.size() == 1 ? "is" : "are",
              revisions.size(),
              Listing.joined(revisions, ", "));
    }

    @Override
    public String action() {
      return "Let each revision be replaced by one, which may itself be replaced by another.";
    }
  }

  /**
   * A range that does not end in the revision that is named last.
   *
   * @param revision the revision that replaces the range
   * @param end the revision that is named last
   * @param others members of the range that the end does not require
   */
  record RangeWithOtherEnds(RevisionNode revision, String end, List<RevisionNode> others)
      implements GraphFault {
    public RangeWithOtherEnds {
      others = List.copyOf(others);
    }

    @Override
    public String message() {
      return "Revision %s replaces a range that ends in %s, but %s there without being required by it."
          .formatted(
              Listing.line(revision),
              end,
              Listing.joined(others, ", ") + (others.size() == 1 ? " is" : " are"));
    }

    @Override
    public String action() {
      return "Name the end of the range last; where it has several ends, merge them first and"
          + " replace the merge too.";
    }
  }

  /**
   * A range that does not begin where the revision in its place begins.
   *
   * @param revision the revision that replaces the range
   * @param downRevisions the parents that the range has
   * @param dependsOn the dependencies that the range has
   */
  record RangeBeginsElsewhere(
      RevisionNode revision, List<String> downRevisions, List<String> dependsOn)
      implements GraphFault {
    public RangeBeginsElsewhere {
      downRevisions = List.copyOf(downRevisions);
      dependsOn = List.copyOf(dependsOn);
    }

    @Override
    public String message() {
      return "Revision %s has %s, but the range that it replaces has %s."
          .formatted(
              Listing.line(revision),
              described(revision.downRevisions(), revision.dependsOn()),
              described(downRevisions, dependsOn));
    }

    private static String described(List<String> parents, List<String> dependencies) {
      String text =
          parents.isEmpty() ? "no down revision" : "down revision " + String.join(", ", parents);
      return dependencies.isEmpty()
          ? text
          : text + " and depends on " + String.join(", ", dependencies);
    }

    @Override
    public String action() {
      return "Give the revision the down revisions and dependencies that the range has outside of"
          + " itself, and see that 'replaces' names the whole range.";
    }
  }

  /**
   * A revision that requires another one in the middle of a range.
   *
   * @param revision the revision outside of the range
   * @param inside what it requires
   * @param replacement the revision that replaces the range
   * @param end the end of the range
   */
  record RangeNamedInside(
      RevisionNode revision, String inside, RevisionNode replacement, String end)
      implements GraphFault {
    @Override
    public String message() {
      return "Revision %s comes after %s, which is inside of the range that %s replaces; the range ends in %s."
          .formatted(Listing.line(revision), inside, Listing.line(replacement), end);
    }

    @Override
    public String action() {
      return "Replace a range that no other revision leaves in its middle: end it where the branch"
          + " begins, or take the branch and the merge that ends it into the range.";
    }
  }
}
