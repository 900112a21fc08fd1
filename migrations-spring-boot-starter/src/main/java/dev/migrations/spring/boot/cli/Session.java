package dev.migrations.spring.boot.cli;

import dev.migrations.engine.Migrations;
import java.util.function.Supplier;

/**
 * What a command works with.
 *
 * @param terminal where it writes and reads
 * @param engine the engine, created when it is asked for
 */
record Session(Terminal terminal, Supplier<Migrations> engine) {

  Migrations migrations() {
    return engine.get();
  }
}
