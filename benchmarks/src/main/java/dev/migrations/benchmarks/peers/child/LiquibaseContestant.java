package dev.migrations.benchmarks.peers.child;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Liquibase, with the change log where Spring Boot looks for it. All settings are the defaults but
 * these two: it writes no progress to the console, as under Spring Boot, and reports no usage to
 * its maker (a system property of the process).
 */
final class LiquibaseContestant implements Contestant {

  @Override
  public void start(String url, int migrations) throws Exception {
    Scope.child(
        Map.of(Scope.Attr.ui.name(), new LoggerUIService()),
        () -> {
          try (Connection connection = DriverManager.getConnection(url);
              Liquibase liquibase =
                  new Liquibase(
                      "db/changelog/db.changelog-master.yaml",
                      new ClassLoaderResourceAccessor(),
                      DatabaseFactory.getInstance()
                          .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update(new Contexts());
          }
        });
  }
}
