package dev.migrations.benchmarks.peers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is measured, and where.
 *
 * @param server {@code embedded}, or the image of a container
 * @param sizes how many migrations there are
 * @param repetitions how often each program runs
 * @param delays by how many milliseconds a round trip is longer
 * @param jar whether the migrations are in a jar, or else in a directory
 * @param storage where the server keeps its data
 * @param wanted of the titles of measurements
 */
record Options(
    String server,
    List<Integer> sizes,
    int repetitions,
    List<Integer> delays,
    boolean jar,
    Storage storage,
    Predicate<String> wanted) {

  /**
   * @param arguments all of them, in the order above; lists are separated by commas
   */
  static Options parse(String[] arguments) {
    return new Options(
        arguments[0],
        numbers(arguments[1]),
        Integer.parseInt(arguments[2]),
        numbers(arguments[3]),
        packaging(arguments[4]),
        Storage.valueOf(arguments[5].toUpperCase(Locale.ROOT)),
        Pattern.compile(arguments[6]).asPredicate());
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).toList();
  }

  private static boolean packaging(String name) {
    return switch (name) {
      case "jar" -> true;
      case "directory" -> false;
      default -> throw new IllegalArgumentException("'" + name + "' is neither jar nor directory");
    };
  }
}
