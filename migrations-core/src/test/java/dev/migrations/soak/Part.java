package dev.migrations.soak;

import java.util.List;

/**
 * One of the revisions that each cycle of a {@link LongHistory} is made of. Where it differs from
 * one cycle to the next, it has a {@link Placeholders placeholder}.
 */
sealed interface Part {

  /** Its parents, counted from the start of the cycle; below zero in the cycle before. */
  List<Integer> after();

  /**
   * A file.
   *
   * @param header what its header has besides id, parents and message
   */
  record Sql(List<Integer> after, String header, String upgrade, String downgrade)
      implements Part {}

  /** A class with one parent, copied from a template. */
  record Code(List<Integer> after, String template) implements Part {}

  static Part sql(int after, String upgrade, String downgrade) {
    return new Sql(List.of(after), "", upgrade, downgrade);
  }

  static Part code(int after, String template) {
    return new Code(List.of(after), template);
  }
}
