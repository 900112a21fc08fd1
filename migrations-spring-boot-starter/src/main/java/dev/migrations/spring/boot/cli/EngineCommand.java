package dev.migrations.spring.boot.cli;

import dev.migrations.engine.Migrations;
import java.util.concurrent.Callable;

/** A command that needs the application's revisions, and its database unless it says otherwise. */
abstract class EngineCommand implements Callable<Integer> {

  private final Session session;

  EngineCommand(Session session) {
    this.session = session;
  }

  /**
   * Refuses options that do not go together. Called before the application's sources are read.
   *
   * @throws UsageException saying what is wrong
   */
  void check() {}

  /**
   * Does it.
   *
   * @return the exit status
   */
  abstract int run(Migrations migrations, Terminal terminal);

  /** What the command works with. */
  final Session session() {
    return session;
  }

  @Override
  public final Integer call() {
    return run(session.migrations(), session.terminal());
  }
}
