package dev.migrations.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Needs Docker. */
@SpringBootTest
@Import(TestExampleApplication.Containers.class)
@Testcontainers(disabledWithoutDocker = true)
class ContainerTests {

  @Test
  void theSchemaIsAtHeadInTheContainerAndNoEmbeddedServerStarts(
      @Autowired Migrations migrations,
      @Autowired JdbcConnectionDetails details,
      @Autowired PostgreSQLContainer postgres) {
    assertThat(migrations.status().isAtHead()).isTrue();
    assertThat(details.getJdbcUrl()).isEqualTo(postgres.getJdbcUrl());
  }
}
