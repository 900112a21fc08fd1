package dev.migrations.soak;

import java.util.Locale;

/**
 * What stands for the numbers of a revision in a {@link Part}, and in the templates of classes:
 * each as long as what takes its place, so that it can be replaced in a compiled class too.
 *
 * @param cycle takes the place of {@code NNNNN}
 * @param revision takes the place of {@code IIIIIIII}
 * @param down its parent, takes the place of {@code DDDDDDDD}
 * @param first the first revision of the cycle, takes the place of {@code FFFFFFFF}
 */
record Placeholders(int cycle, int revision, int down, int first) {

  String fill(String text) {
    return text.replace("NNNNN", digits(5, cycle))
        .replace("IIIIIIII", digits(8, revision))
        .replace("DDDDDDDD", digits(8, down))
        .replace("FFFFFFFF", digits(8, first));
  }

  /** As many as the placeholder has letters, and those of ASCII in every locale. */
  static String digits(int count, int number) {
    return String.format(Locale.ROOT, "%0" + count + "d", number);
  }
}
