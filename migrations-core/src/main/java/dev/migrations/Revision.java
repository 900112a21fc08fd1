package dev.migrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Places a {@link Migration} in the graph of revisions.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Revision {

  /** The revision's id: any text without {@code @ - + :} and white space. */
  String id();

  /** Ids of the parents: none for a base, two or more for a merge. */
  String[] down() default {};

  /** Ids or branch labels of revisions that must be applied before, but are no parents. */
  String[] dependsOn() default {};

  /** Names for the line of revisions that starts or continues here. */
  String[] branchLabels() default {};

  /**
   * Ids of a range of revisions that this one stands for, the end of the range last. A database
   * that has applied the range counts as having applied this; a new one runs only this; one that
   * stands inside of the range finishes the range first. The revisions of the range may be deleted
   * when no database stands inside of it any more.
   */
  String[] replaces() default {};

  /** What the revision does, in one line. */
  String message();
}
