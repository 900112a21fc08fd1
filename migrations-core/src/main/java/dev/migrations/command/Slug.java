package dev.migrations.command;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a message that go into a file name: ASCII letters and digits in lower case, and as
 * many whole words as fit.
 */
record Slug(List<String> words) {

  private static final int MAX_LENGTH = 40;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

  static Slug of(String message) {
    String plain =
        ACCENTS.matcher(Normalizer.normalize(message, Normalizer.Form.NFKD)).replaceAll("");
    List<String> words = new ArrayList<>();
    int length = 0;
    for (String word : words(plain.toLowerCase(Locale.ROOT))) {
      int room = MAX_LENGTH - length;
      if (word.length() > room) {
        if (words.isEmpty()) {
          words.add(word.substring(0, room));
        }
        break;
      }
      words.add(word);
      length += word.length() + 1;
    }
    return new Slug(List.copyOf(words));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(word -> word.group()).toList();
  }

  /** As in {@code add_orders}; empty when the message has no such word. */
  String snakeCase() {
    return String.join("_", words);
  }

  /** As in {@code AddOrders}; empty when the message has no such word. */
  String camelCase() {
    return words.stream()
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
