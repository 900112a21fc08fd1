package dev.migrations.spring.boot;

import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.autoconfigure.MigrationsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Applications on a test database, with the revisions of a little shop. */
public final class TestApplications {

  public static final String CUSTOMER = "a00000000001";
  public static final String ORDERS = "a00000000002";

  private TestApplications() {}

  /** A context with a DataSource, a pool of one connection, and the starter. */
  public static ApplicationContextRunner shop(TestDatabase db) {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class))
        .withPropertyValues(properties(db))
        .withPropertyValues("migrations.locations=classpath:revisions/shop");
  }

  /** The properties of the DataSource. */
  public static String[] properties(TestDatabase db) {
    return new String[] {
      "spring.datasource.url=" + db.jdbcUrl(),
      "spring.datasource.username=" + db.user(),
      "spring.datasource.password=" + db.password(),
      "spring.datasource.hikari.maximum-pool-size=1",
      "spring.datasource.hikari.connection-timeout=5000"
    };
  }
}
