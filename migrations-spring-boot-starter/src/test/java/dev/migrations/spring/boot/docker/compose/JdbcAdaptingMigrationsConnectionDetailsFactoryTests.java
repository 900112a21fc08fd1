package dev.migrations.spring.boot.docker.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.boot.autoconfigure.MigrationsConnectionDetails;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class JdbcAdaptingMigrationsConnectionDetailsFactoryTests {

  @Test
  void revisionsFollowTheJdbcConnectionOfAService() {
    JdbcConnectionDetails jdbc =
        new JdbcConnectionDetails() {
          @Override
          public String getUsername() {
            return "app";
          }

          @Override
          public String getPassword() {
            return "secret";
          }

          @Override
          public String getJdbcUrl() {
            return "jdbc:postgresql://compose.example/shop";
          }
        };

    assertThat(
            new ConnectionDetailsFactories(getClass().getClassLoader())
                .getConnectionDetails(jdbc, true)
                .get(MigrationsConnectionDetails.class))
        .isInstanceOfSatisfying(
            MigrationsConnectionDetails.class,
            details -> {
              assertThat(details.getJdbcUrl()).isEqualTo(jdbc.getJdbcUrl());
              assertThat(details.getUsername()).isEqualTo("app");
              assertThat(details.getPassword()).isEqualTo("secret");
              assertThat(details.getDriverClassName()).isEqualTo("org.postgresql.Driver");
            });
  }
}
