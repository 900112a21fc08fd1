package dev.migrations.spring.boot;

import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.autoconfigure.MigrationsAutoConfiguration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
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

  /** The command line of an application on a test database; the last value of a property counts. */
  public static String[] arguments(TestDatabase db, String... properties) {
    Map<String, String> values = new LinkedHashMap<>();
    Stream.concat(Arrays.stream(properties(db)), Arrays.stream(properties))
        .map(property -> property.split("=", 2))
        .forEach(property -> values.put(property[0], property[1]));
    return values.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  /** The properties of the DataSource. */
  private static String[] properties(TestDatabase db) {
    return new String[] {
      "spring.datasource.url=" + db.jdbcUrl(),
      "spring.datasource.username=" + db.user(),
      "spring.datasource.password=" + db.password(),
      "spring.datasource.hikari.maximum-pool-size=1",
      "spring.datasource.hikari.connection-timeout=5000"
    };
  }
}
