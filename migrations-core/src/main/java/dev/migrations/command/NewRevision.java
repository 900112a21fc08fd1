package dev.migrations.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision to write, but for its parents.
 *
 * @param message what it does, in one line
 * @param format what to write it in
 * @param branchLabels names for the line of revisions that starts or continues with it
 * @param dependsOn targets that must be applied before, but are no parents; a branch label is
 *     written down as it is, anything else as the ids that it stands for
 * @param id its id: letters, digits, {@code _} and {@code .}; {@code null} for twelve random hex
 *     digits
 * @since 0.1.0
 */
public record NewRevision(
    String message,
    RevisionFormat format,
    List<String> branchLabels,
    List<String> dependsOn,
    @Nullable String id) {

  public NewRevision {
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** A revision in Java with a random id. */
  public static NewRevision of(String message) {
    return new NewRevision(message, RevisionFormat.JAVA, List.of(), List.of(), null);
  }

  /** The same in another format. */
  public NewRevision in(RevisionFormat other) {
    return new NewRevision(message, other, branchLabels, dependsOn, id);
  }

  /** The same with these branch labels. */
  public NewRevision withBranchLabels(String... labels) {
    return new NewRevision(message, format, List.of(labels), dependsOn, id);
  }

  /** The same with these dependencies. */
  public NewRevision withDependsOn(String... targets) {
    return new NewRevision(message, format, branchLabels, List.of(targets), id);
  }

  /** The same with this id. */
  public NewRevision withId(@Nullable String other) {
    return new NewRevision(message, format, branchLabels, dependsOn, other);
  }
}
