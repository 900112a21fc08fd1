package dev.migrations.spring.boot.cli;

import dev.migrations.command.SourceLayout;
import dev.migrations.engine.Migrations;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works with. */
final class Session {

  private final Terminal terminal;
  private final Supplier<Migrations> engine;
  private final @Nullable Supplier<SourceLayout> layout;
  private @Nullable Migrations created;

  /**
   * @param terminal where the command writes and reads
   * @param engine the engine, created when it is asked for
   * @param layout where new revisions go; {@code null} where the command line says that
   */
  Session(Terminal terminal, Supplier<Migrations> engine, @Nullable Supplier<SourceLayout> layout) {
    this.terminal = terminal;
    this.engine = engine;
    this.layout = layout;
  }

  Terminal terminal() {
    return terminal;
  }

  Migrations migrations() {
    Migrations migrations = created == null ? engine.get() : created;
    created = migrations;
    return migrations;
  }

  /** Where new revisions go, or {@code null} where the command line says that. */
  @Nullable SourceLayout sourceLayout() {
    return layout == null ? null : layout.get();
  }

  /** Where the database is, or {@code null} when the engine could not be created. */
  @Nullable String databaseAddress() {
    return created == null ? null : DatabaseAddress.of(created.dataSource());
  }
}
