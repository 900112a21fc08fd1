package dev.migrations.graph;

/**
 * A place in the graph that a {@link Target} names or counts from.
 *
 * @since 0.1.0
 */
public sealed interface Point {

  /**
   * A place that has a word of its own in the grammar; no revision and no label may be called so.
   */
  enum Keyword implements Point {
    /** The one revision without a child; with a branch, the one head of that branch. */
    HEAD("head"),
    /** All revisions without a child; with a branch, the heads of that branch. */
    HEADS("heads"),
    /** Before the first revision. */
    BASE("base"),
    /** The version rows of the database. */
    CURRENT("current");

    private final String word;

    Keyword(String word) {
      this.word = word;
    }

    /** The word in the grammar. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A revision by its id, by the unique beginning of its id, or by a branch label that it carries.
   *
   * @param text what was typed
   */
  record Name(String text) implements Point {
    @Override
    public String toString() {
      return text;
    }
  }

  /** The keyword of that name, or else a {@link Name}. */
  static Point of(String text) {
    for (Keyword keyword : Keyword.values()) {
      if (keyword.word.equals(text)) {
        return keyword;
      }
    }
    return new Name(text);
  }
}
