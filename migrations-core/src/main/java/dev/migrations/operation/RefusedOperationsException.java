package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Operations of a revision are not carried out: they have no form that is safe on a table in use,
 * the server is too old for them, or a name in them cannot be written. Nothing of the revision was
 * run.
 *
 * @since 0.1.0
 */
public class RefusedOperationsException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final List<Refusal> refusals;

  /**
   * @param refusals one or more refusals
   */
  public RefusedOperationsException(List<Refusal> refusals) {
    super(
        refusals.stream()
            .map(refusal -> "Cannot " + refusal.operation() + ": " + refusal.reason())
            .collect(Collectors.joining(System.lineSeparator())),
        refusals.stream()
            .map(Refusal::action)
            .distinct()
            .collect(Collectors.joining(System.lineSeparator())));
    this.refusals = List.copyOf(refusals);
  }

  /** What was refused, in the order of the revision. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
