package dev.migrations.graph;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Revisions that do not make a graph; carries every fault, not only the first.
 *
 * @since 0.1.0
 */
public final class RevisionGraphException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final List<GraphFault> faults;

  RevisionGraphException(List<GraphFault> faults) {
    super(describe(faults), actions(faults));
    this.faults = List.copyOf(faults);
  }

  private static String describe(List<GraphFault> faults) {
    if (faults.size() == 1) {
      return faults.get(0).message();
    }
    return faults.stream()
        .map(fault -> "  - " + fault.message())
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                "The revision graph has " + faults.size() + " faults:" + System.lineSeparator(),
                ""));
  }

  private static String actions(List<GraphFault> faults) {
    return faults.stream()
        .map(GraphFault::action)
        .distinct()
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** All faults of the graph; at least one. */
  public List<GraphFault> faults() {
    return faults;
  }
}
