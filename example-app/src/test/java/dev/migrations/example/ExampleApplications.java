package dev.migrations.example;

import dev.migrations.fixture.TestDatabase;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Starts the example as its main method does, on a port of its own. */
public final class ExampleApplications {

  private ExampleApplications() {}

  /** On a test database. */
  public static ConfigurableApplicationContext start(TestDatabase db, String... settings) {
    Stream<String> database =
        Stream.of(
            "spring.datasource.url=" + db.jdbcUrl(),
            "spring.datasource.username=" + db.user(),
            "spring.datasource.password=" + db.password(),
            "spring.datasource.hikari.maximum-pool-size=2");
    return start(Stream.concat(database, Arrays.stream(settings)).toArray(String[]::new));
  }

  /** With nothing but these settings. */
  public static ConfigurableApplicationContext start(String... settings) {
    return SpringApplication.run(
        OrdersApplication.class,
        Stream.concat(Stream.of("server.port=0"), Arrays.stream(settings))
            .map(setting -> "--" + setting)
            .toArray(String[]::new));
  }

  /** Speaks HTTP to it. */
  public static RestTestClient client(ConfigurableApplicationContext application) {
    return RestTestClient.bindToServer()
        .baseUrl(
            "http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
        .build();
  }
}
