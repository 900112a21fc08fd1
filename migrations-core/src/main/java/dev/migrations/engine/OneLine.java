package dev.migrations.engine;

/** Text of others, such as a statement, within a line of ours. */
final class OneLine {

  private static final int LONGEST = 300;

  private OneLine() {}

  /** The text without line breaks and other control characters, cut where it is long. */
  static String of(String text) {
    String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }
}
