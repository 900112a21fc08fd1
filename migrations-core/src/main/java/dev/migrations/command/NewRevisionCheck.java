package dev.migrations.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what is wrong with a revision to write, whatever the graph. */
final class NewRevisionCheck {

  /** Stricter than what a graph allows: the name goes into a file name and a list with commas. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.]+");

  private final List<String> problems = new ArrayList<>();

  private NewRevisionCheck() {}

  static void check(NewRevision wanted) {
    NewRevisionCheck check = new NewRevisionCheck();
    check.message(wanted.message());
    if (wanted.id() != null) {
      check.name("id", wanted.id());
    }
    wanted.branchLabels().forEach(label -> check.name("branch label", label));
    if (!check.problems.isEmpty()) {
      throw new AuthoringException(
          "The revision cannot be written: " + String.join("; ", check.problems) + ".",
          "Give a message of one line; ids and labels have letters, digits, '_' and '.' only.");
    }
  }

  private void message(String message) {
    if (message.isBlank()) {
      problems.add("the message is empty");
    } else if (message.strip().codePoints().anyMatch(Character::isISOControl)) {
      problems.add("the message has a line break or another control character");
    }
  }

  private void name(String kind, String name) {
    if (!NAME.matcher(name).matches()) {
      problems.add("the " + kind + " '" + name + "' has characters that are not allowed");
    }
  }
}
