package dev.migrations.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.jdbc.JdbcTestUtils;

@JdbcTest(properties = "migrations.locations=classpath:revisions/shop")
@AutoConfigureTestDatabase(replace = Replace.NONE)
@DirtiesContext
class JdbcSliceTests {

  private static final TestDatabase DB = PostgresServer.shared().createDatabase();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DB::jdbcUrl);
    registry.add("spring.datasource.username", DB::user);
    registry.add("spring.datasource.password", DB::password);
  }

  @AfterAll
  static void dropDatabase() {
    DB.close();
  }

  @Test
  void aSliceSeesTheSchema(@Autowired JdbcClient jdbc) {
    assertThat(JdbcTestUtils.countRowsInTable(jdbc, "customer")).isEqualTo(2);
  }

  @SpringBootConfiguration
  static class Application {}
}
