package dev.migrations.operation;

import java.util.List;
import java.util.stream.Collectors;

/** Options of the sequence behind an identity. */
final class SequenceOptions {

  private SequenceOptions() {}

  static String inParentheses(List<SequenceOption> options) {
    return options.isEmpty()
        ? ""
        : options.stream().map(SequenceOption::sql).collect(Collectors.joining(" ", " (", ")"));
  }

  /** Each behind {@code SET}, but for a restart. */
  static String set(List<SequenceOption> options) {
    return options.stream()
        .map(option -> (option.kind().equals("RESTART") ? " " : " SET ") + option.sql())
        .collect(Collectors.joining());
  }
}
