package dev.migrations.spring.boot.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command line that asks for a command instead of the application: its first argument is {@code
 * migrations}, or only properties stand before it.
 *
 * @param command the command's own arguments
 * @param properties the arguments that are Spring properties, such as {@code
 *     --spring.profiles.active=prod}
 */
record CommandArguments(List<String> command, List<String> properties) {

  private static final String WORD = "migrations";

  /** No option of a command has a dot in its name. */
  private static final Pattern PROPERTY =
      Pattern.compile("--[^=\\s]+\\.[^=\\s]*(=.*)?|--(debug|trace)(=.*)?", Pattern.DOTALL);

  static Optional<CommandArguments> of(String[] args) {
    List<String> rest = new ArrayList<>();
    List<String> properties = new ArrayList<>();
    Arrays.stream(args)
        .forEach(arg -> (PROPERTY.matcher(arg).matches() ? properties : rest).add(arg));
    return rest.isEmpty() || !rest.get(0).equals(WORD)
        ? Optional.empty()
        : Optional.of(new CommandArguments(rest.subList(1, rest.size()), properties));
  }
}
