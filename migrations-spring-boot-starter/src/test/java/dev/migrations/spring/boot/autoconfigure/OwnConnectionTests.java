package dev.migrations.spring.boot.autoconfigure;

import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@PostgresTest
class OwnConnectionTests {

  @Test
  void revisionsRunAsAUserOfTheirOwn(TestDatabase db) {
    String owner = db.name() + "_owner";
    db.execute("CREATE ROLE " + owner + " LOGIN PASSWORD 'secret'");
    db.execute("GRANT ALL ON SCHEMA public TO " + owner);
    try {
      shop(db)
          .withPropertyValues("migrations.user=" + owner, "migrations.password=secret")
          .run(context -> assertThat(context).hasNotFailed());
      assertThat(db.value("SELECT tableowner FROM pg_tables WHERE tablename = 'customer'"))
          .isEqualTo(owner);
      assertThat(db.column("SELECT DISTINCT database_user FROM migrations_history"))
          .containsExactly(owner);
    } finally {
      db.execute("DROP OWNED BY " + owner + "; DROP ROLE " + owner);
    }
  }

  @Test
  void revisionsRunOnAUrlOfTheirOwnAlsoWithoutAnotherDataSource(TestDatabase db) {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(MigrationsAutoConfiguration.class))
        .withPropertyValues(
            "migrations.url=" + db.jdbcUrl(),
            "migrations.user=" + db.user(),
            "migrations.password=" + db.password(),
            "migrations.locations=classpath:revisions/shop")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class));
    assertThat(db.value("SELECT count(*) FROM customer")).isEqualTo("2");
  }

  @Test
  void revisionsRunOnTheDataSourceThatIsMarkedForThem(TestDatabase db) {
    try (TestDatabase other = PostgresServer.shared().createDatabase()) {
      shop(db)
          .withBean(
              "other",
              TestDatabase.class,
              () -> other,
              definition -> definition.setDestroyMethodName(""))
          .withUserConfiguration(MarkedDataSource.class)
          .run(context -> assertThat(context).hasNotFailed());
      assertThat(other.value("SELECT count(*) FROM customer")).isEqualTo("2");
      assertThat(db.value("SELECT to_regclass('customer')")).isNull();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class MarkedDataSource {

    @Bean(defaultCandidate = false)
    @MigrationsDataSource
    DataSource migrationsDataSource(TestDatabase other) {
      return other.dataSource();
    }
  }
}
