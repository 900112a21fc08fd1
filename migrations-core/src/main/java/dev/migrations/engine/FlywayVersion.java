package dev.migrations.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A version as Flyway compares it: number by number, where a missing one is zero.
 *
 * @param parts its numbers, without zeros at the end
 */
record FlywayVersion(List<BigInteger> parts) implements Comparable<FlywayVersion> {

  /**
   * @throws NumberFormatException when it is no version of Flyway
   */
  static FlywayVersion parse(String text) {
    List<BigInteger> parts =
        new ArrayList<>(
            Arrays.stream(text.replace('_', '.').split("\\.")).map(BigInteger::new).toList());
    while (!parts.isEmpty() && parts.get(parts.size() - 1).signum() == 0) {
      parts.remove(parts.size() - 1);
    }
    return new FlywayVersion(List.copyOf(parts));
  }

  @Override
  public int compareTo(FlywayVersion other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int compared = part(i).compareTo(other.part(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  private BigInteger part(int index) {
    return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
  }
}
