package dev.migrations.maven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A command and its options, made of a goal's parameters. */
final class Words {

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--([a-z]+)((?:-[a-z]+)*)");

  /** {@code current}, or a distance with nothing before it. */
  private static final Pattern FROM_CURRENT = Pattern.compile("current|(^|[:@])\\s*[+-]");

  private final List<String> words = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();

  Words(String command) {
    words.add(command);
  }

  Words flag(String option, boolean set) {
    if (set) {
      words.add(option);
    }
    return this;
  }

  Words option(String option, @Nullable Object value) {
    if (value != null) {
      words.add(option + "=" + value);
    }
    return this;
  }

  Words options(String option, Collection<String> values) {
    values.forEach(value -> option(option, value));
    return this;
  }

  /** What the command is about; it may start with a minus, as {@code -1} does. */
  Words targets(Collection<String> values) {
    targets.addAll(values);
    return this;
  }

  List<String> list() {
    List<String> all = new ArrayList<>(words);
    if (!targets.isEmpty()) {
      all.add("--");
      all.addAll(targets);
    }
    return all;
  }

  /** Whether a target, or a range of two, may only be understood with the database. */
  static boolean countsFromCurrent(String target) {
    return FROM_CURRENT.matcher(target).find();
  }

  /** A sentence on options of the command, in the words of the goal: {@code -DdryRun}. */
  static String ofGoal(String sentence) {
    return OPTION
        .matcher(sentence)
        .replaceAll(found -> "-D" + found.group(1) + camelCase(found.group(2)));
  }

  private static String camelCase(String words) {
    return Pattern.compile("-([a-z])")
        .matcher(words)
        .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
