package dev.migrations.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The engine warns of what it meets after a fault; of hundreds nobody would read that. */
final class Logs {

  private static final Logger ENGINE = (Logger) LoggerFactory.getLogger("dev.migrations.engine");

  private Logs() {}

  static void expectWarnings() {
    ENGINE.setLevel(Level.ERROR);
  }

  static void expectNoWarnings() {
    ENGINE.setLevel(null);
  }
}
