package dev.migrations.spring.boot.cli;

import picocli.CommandLine.Option;

/** The option {@code --verbose}. */
final class VerboseOption {

  @Option(
      names = {"-v", "--verbose"},
      description = "Show all that is known of each revision.")
  boolean verbose;
}
