package dev.migrations.maven.project;

import dev.migrations.error.MigrationsException;
import java.sql.Connection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Stands for a database that nobody named. */
final class NoDatabase extends AbstractDataSource {

  static MigrationsException failure() {
    return new MigrationsException(
        "No database is named for the revisions of this project.",
        """
        There are three ways to name one:
          mvn … -Dmigrations.url=jdbc:postgresql://localhost:5432/shop -Dmigrations.user=… -Dmigrations.password=…
          spring.datasource.url in the application's configuration; -Dspring.profiles.active=… where a profile has it
          <url>, <user> and <password>, or <server> for an entry of settings.xml, in the plugin's <configuration>
        A DataSource that the application declares as a bean, or gets from a container, is not known here.""");
  }

  @Override
  public Connection getConnection() {
    throw failure();
  }

  @Override
  public Connection getConnection(String username, String password) {
    return getConnection();
  }
}
