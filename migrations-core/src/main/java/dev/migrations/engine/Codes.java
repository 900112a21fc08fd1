package dev.migrations.engine;

import dev.migrations.graph.Direction;
import java.util.Locale;

/** How enums are written in the tables: in lower case. */
final class Codes {

  private Codes() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static Direction direction(String code) {
    return Direction.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static HistoryEvent event(String code) {
    return HistoryEvent.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static Outcome outcome(String code) {
    return Outcome.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
