package dev.migrations.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Runs the example on a PostgreSQL in a container; needs Docker. */
public class TestExampleApplication {

  public static void main(String[] args) {
    SpringApplication.from(OrdersApplication::main).with(Containers.class).run(args);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Containers {

    @Bean
    @ServiceConnection
    PostgreSQLContainer postgres() {
      return new PostgreSQLContainer(
          "postgres:" + System.getProperty("test.postgres.major", "18") + "-alpine");
    }
  }
}
