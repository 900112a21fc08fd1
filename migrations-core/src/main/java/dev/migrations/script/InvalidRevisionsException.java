package dev.migrations.script;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.GraphFault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Revisions that cannot be read; carries every fault, not only the first.
 *
 * @since 0.1.0
 */
public final class InvalidRevisionsException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final transient List<ScriptFault> faults;
  private final transient List<GraphFault> graphFaults;

  InvalidRevisionsException(ScriptFault fault) {
    this(List.of(fault), List.of());
  }

  InvalidRevisionsException(List<ScriptFault> faults, List<GraphFault> graphFaults) {
    super(describe(faults, graphFaults), actions(faults, graphFaults));
    this.faults = List.copyOf(faults);
    this.graphFaults = List.copyOf(graphFaults);
  }

  /**
   * The faults of several of them as one.
   *
   * @param failures at least one
   */
  public static InvalidRevisionsException ofAll(List<InvalidRevisionsException> failures) {
    return new InvalidRevisionsException(
        failures.stream().flatMap(failure -> failure.faults.stream()).toList(),
        failures.stream().flatMap(failure -> failure.graphFaults.stream()).toList());
  }

  private static String describe(List<ScriptFault> faults, List<GraphFault> graphFaults) {
    List<String> messages =
        Stream.concat(
                faults.stream().map(ScriptFault::message),
                graphFaults.stream().map(GraphFault::message))
            .toList();
    return messages.size() == 1
        ? messages.get(0)
        : messages.stream()
            .map(message -> "  - " + message)
            .collect(
                Collectors.joining(
                    System.lineSeparator(),
                    "The revisions have " + messages.size() + " faults:" + System.lineSeparator(),
                    ""));
  }

  private static String actions(List<ScriptFault> faults, List<GraphFault> graphFaults) {
    return Stream.concat(
            faults.stream().map(ScriptFault::action), graphFaults.stream().map(GraphFault::action))
        .distinct()
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** All faults of files and classes, in load order; at least one. */
  public List<ScriptFault> faults() {
    return faults;
  }

  /**
   * The faults of the graph that the readable revisions form; none when a file's revision is not
   * known, since its children would be reported for no reason of their own.
   */
  public List<GraphFault> graphFaults() {
    return graphFaults;
  }
}
