package dev.migrations.command;

/**
 * What is special about a revision in a listing.
 *
 * @since 0.1.0
 */
public enum Marker {
  /** It has no child. */
  HEAD("head"),
  /** It has no child, but another revision depends on it, so that it needs no version row. */
  EFFECTIVE_HEAD("effective head"),
  /** It is a version row of the database; known only when the database was asked. */
  CURRENT("current"),
  /** It is applied to the database; known only when the database was asked. */
  APPLIED("applied"),
  /** It has several children. */
  BRANCH_POINT("branchpoint"),
  /** It has several parents. */
  MERGE_POINT("mergepoint");

  private final String text;

  Marker(String text) {
    this.text = text;
  }

  /** The words for it, as Alembic writes them. */
  @Override
  public String toString() {
    return text;
  }
}
