package dev.migrations.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** All runs of a program under the same conditions. */
final class Samples {

  private final List<Sample> all = new ArrayList<>();

  void add(Sample sample) {
    all.add(sample);
  }

  double median(ToDoubleFunction<Sample> figure) {
    double[] sorted = sorted(figure);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The median, and behind it the least and the greatest. */
  String spread(ToDoubleFunction<Sample> figure) {
    double[] sorted = sorted(figure);
    return "%s (%s–%s)"
        .formatted(number(median(figure)), number(sorted[0]), number(sorted[sorted.length - 1]));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private double[] sorted(ToDoubleFunction<Sample> figure) {
    return all.stream().mapToDouble(figure).sorted().toArray();
  }
}
