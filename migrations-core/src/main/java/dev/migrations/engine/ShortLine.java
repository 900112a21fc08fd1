package dev.migrations.engine;

/** Text of others, such as a statement, cut to what has room within a line of ours. */
final class ShortLine {

  private static final int LONGEST = 300;
  private static final int LOOKED_AT = 10 * LONGEST;

  private ShortLine() {}

  /** The text without line breaks and other control characters, cut where it is long. */
  static String of(String text) {
    boolean whole = text.length() <= LOOKED_AT;
    String line =
        (whole ? text : text.substring(0, LOOKED_AT)).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return whole && line.length() <= LONGEST
        ? line
        : line.substring(0, Math.min(LONGEST, line.length())) + " …";
  }
}
