package dev.migrations.benchmarks.peers.child;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** This project. */
final class MigrationsContestant implements Contestant {

  @Override
  public void start(String url, int migrations) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    RevisionScripts scripts =
        RevisionScripts.locate(
            List.of(RevisionScripts.DEFAULT_LOCATION),
            List.of(),
            MigrationsContestant.class.getClassLoader(),
            Map.of());
    new Migrations(dataSource, scripts, MigrationsSettings.defaults(), List.of()).upgrade("head");
  }
}
