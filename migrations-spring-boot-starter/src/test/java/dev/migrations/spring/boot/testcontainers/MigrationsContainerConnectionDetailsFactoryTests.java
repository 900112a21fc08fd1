package dev.migrations.spring.boot.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.spring.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.migrations.spring.boot.autoconfigure.MigrationsConnectionDetails;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Needs Docker. */
@SpringJUnitConfig
@Testcontainers(disabledWithoutDocker = true)
@TestPropertySource(
    properties = {
      "migrations.locations=classpath:revisions/shop",
      "migrations.url=jdbc:postgresql://not.used.example/shop"
    })
class MigrationsContainerConnectionDetailsFactoryTests {

  @Container @ServiceConnection
  static final PostgreSQLContainer POSTGRES =
      new PostgreSQLContainer(
          "postgres:" + System.getProperty("test.postgres.major", "18") + "-alpine");

  @Test
  void revisionsRunInTheContainer(
      @Autowired MigrationsConnectionDetails details, @Autowired Migrations migrations) {
    assertThat(details.getJdbcUrl()).isEqualTo(POSTGRES.getJdbcUrl());
    assertThat(migrations.status().isAtHead()).isTrue();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(MigrationsAutoConfiguration.class)
  static class Application {}
}
