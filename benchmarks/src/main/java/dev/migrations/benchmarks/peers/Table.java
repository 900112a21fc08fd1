package dev.migrations.benchmarks.peers;

import dev.migrations.benchmarks.peers.Measurement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a measurement, in Markdown. */
final class Table {

  private static final double MEBIBYTE = 1 << 20;

  private final Measurement measurement;
  private final List<String> rows = new ArrayList<>();
  private double reference;

  Table(Measurement measurement) {
    this.measurement = measurement;
  }

  /** The reference comes first, for each number of migrations. */
  void add(int migrations, Program program, Samples samples) {
    boolean isReference = program == measurement.kind().reference();
    double median = samples.median(Sample::millis);
    if (isReference) {
      reference = median;
    }
    List<String> cells = new ArrayList<>();
    cells.add(Samples.number(migrations));
    cells.add(program.name());
    cells.add(samples.spread(Sample::millis));
    cells.add(isReference ? "" : relation(median));
    cells.add(samples.spread(Sample::processMillis));
    cells.add(Samples.number(samples.median(Sample::processorMillis)));
    cells.add(Samples.number(samples.median(sample -> sample.resident() / MEBIBYTE)));
    cells.add(Samples.number(samples.median(sample -> sample.heap() / MEBIBYTE)));
    if (isCounted()) {
      cells.add(Samples.number(samples.median(Sample::roundTrips)));
      cells.add(Samples.number(samples.median(Sample::connections)));
    }
    rows.add("| " + String.join(" | ", cells) + " |");
  }

  private String relation(double median) {
    return isFactor()
        ? String.format(Locale.ROOT, "%.2f ×", median / reference)
        : String.format(Locale.ROOT, "%+,.0f ms", median - reference);
  }

  /** Applying is told as a factor, all else as what comes on top. */
  private boolean isFactor() {
    return measurement.kind() == Kind.APPLYING;
  }

  private boolean isCounted() {
    return measurement.delayMillis() > 0;
  }

  String text() {
    List<String> head =
        new ArrayList<>(
            List.of(
                "migrations",
                "",
                "ms: median (min–max)",
                "to " + measurement.kind().reference().name(),
                "whole process, ms",
                "processors, ms",
                "resident, MiB",
                "heap, MiB"));
    if (isCounted()) {
      head.addAll(List.of("round trips", "connections"));
    }
    return "### %s%n%n| %s |%n|--:|---|%s%n%s%n"
        .formatted(
            measurement.title(),
            String.join(" | ", head),
            "--:|".repeat(head.size() - 2),
            String.join(System.lineSeparator(), rows));
  }
}
