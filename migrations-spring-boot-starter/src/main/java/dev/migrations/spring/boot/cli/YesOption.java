package dev.migrations.spring.boot.cli;

import dev.migrations.error.MigrationsException;
import picocli.CommandLine.Option;

/** The option {@code --yes}, and the question that is asked without it. */
final class YesOption {

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask. Needed where there is no terminal.")
  private boolean yes;

  boolean isGiven() {
    return yes;
  }

  /**
   * Asks.
   *
   * @param nothing what is said of a command that did nothing, such as {@code Nothing was adopted}
   * @param wish what a yes would do, such as {@code adopt the database}
   * @throws MigrationsException when nobody is there to answer, or the answer is no
   */
  static void ask(Terminal terminal, String question, String nothing, String wish) {
    Terminal.Answers answers = terminal.console();
    if (answers == null) {
      throw new MigrationsException(
          nothing + ": there is no terminal to ask on.", "Add --yes if that is what you want.");
    }
    if (!Question.isAgreedTo(answers, terminal, question)) {
      throw new MigrationsException(nothing + ".", "Answer y, or add --yes, to " + wish + ".");
    }
  }
}
