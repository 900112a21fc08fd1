package dev.migrations.graph;

import java.util.BitSet;

/**
 * Where a target leads to.
 *
 * @param points the revisions; none for base
 * @param last the revision that the last step of a walk down left, or {@link #NONE}
 */
record Place(BitSet points, int last) {

  static final int NONE = -1;

  static Place at(BitSet points) {
    return new Place(points, NONE);
  }

  boolean isBase() {
    return points.isEmpty();
  }

  /** Whether the walk down ended just below a merge, on all its parents at once. */
  boolean isBelowMerge() {
    return last != NONE && points.cardinality() > 1;
  }
}
