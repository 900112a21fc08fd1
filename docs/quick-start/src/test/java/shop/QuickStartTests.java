package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@PostgresTest
class QuickStartTests {

  @Test
  void theApplicationBootsWithItsSchemaAtHead(TestDatabase db) {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(
            ShopApplication.class,
            "--server.port=0",
            "--spring.datasource.url=" + db.jdbcUrl(),
            "--spring.datasource.username=" + db.user(),
            "--spring.datasource.password=" + db.password())) {

      assertThat(context.getBean(Migrations.class).status().isAtHead()).isTrue();
      assertThat(db.value("SELECT to_regclass('ux_customers_email')"))
          .isEqualTo("ux_customers_email");
    }
  }
}
