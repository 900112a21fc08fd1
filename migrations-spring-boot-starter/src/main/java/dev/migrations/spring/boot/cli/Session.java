package dev.migrations.spring.boot.cli;

import dev.migrations.engine.Migrations;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works with. */
final class Session {

  private final Terminal terminal;
  private final Supplier<Migrations> engine;
  private @Nullable Migrations created;

  /**
   * @param terminal where the command writes and reads
   * @param engine the engine, created when it is asked for
   */
  Session(Terminal terminal, Supplier<Migrations> engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  Terminal terminal() {
    return terminal;
  }

  Migrations migrations() {
    Migrations migrations = created == null ? engine.get() : created;
    created = migrations;
    return migrations;
  }

  /** Where the database is, or {@code null} when the engine could not be created. */
  @Nullable String databaseAddress() {
    return created == null ? null : DatabaseAddress.of(created.dataSource());
  }
}
