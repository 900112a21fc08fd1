package dev.migrations.spring.boot.cli;

/** A question to whoever is at the terminal. */
final class Question {

  private Question() {}

  /** Whether the answer is yes; there must be someone to answer. */
  static boolean isAgreedTo(Terminal.Answers answers, Terminal terminal, String text) {
    terminal.err().print(text + " [y/N] ");
    terminal.err().flush();
    String answer = answers.readLine();
    return answer != null && answer.strip().matches("(?i)y|yes");
  }
}
