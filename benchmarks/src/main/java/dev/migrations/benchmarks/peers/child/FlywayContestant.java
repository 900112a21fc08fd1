package dev.migrations.benchmarks.peers.child;

import org.flywaydb.core.Flyway;

/** Flyway, as its documentation has it: all settings are the defaults. */
final class FlywayContestant implements Contestant {

  @Override
  public void start(String url, int migrations) {
    Flyway.configure().dataSource(url, null, null).load().migrate();
  }
}
