package dev.migrations.spring.boot.autoconfigure;

import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@PostgresTest
class PlaceholdersInPropertiesTests {

  @Test
  void theyReachTheRevisionsThatAskForThem(TestDatabase db) {
    asking(db)
        .withPropertyValues(
            "migrations.placeholders.app_role=pg_monitor",
            "migrations.placeholders.Reader.of-orders=a $1 \\ ${no.such} b",
            "migrations.placeholders.suffix=",
            "migrations.placeholders.nobody-asks=x")
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(db.value("SELECT has_table_privilege('pg_monitor', 'orders', 'SELECT')"))
        .isEqualTo("t");
    db.execute("INSERT INTO orders DEFAULT VALUES");
    assertThat(db.value("SELECT note FROM orders")).isEqualTo("a $1 \\ ${no.such} b");
  }

  @Test
  void aValueMayComeFromTheEnvironment(TestDatabase db) {
    asking(db)
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addLast(
                        new SystemEnvironmentPropertySource(
                            "test-systemEnvironment",
                            Map.of(
                                "APP_ROLE",
                                "pg_monitor",
                                "MIGRATIONS_PLACEHOLDERS_SUFFIX",
                                "from there"))))
        .withPropertyValues(
            "migrations.placeholders.app_role=${APP_ROLE}",
            "migrations.placeholders.Reader.of-orders=")
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(db.value("SELECT has_table_privilege('pg_monitor', 'orders', 'SELECT')"))
        .isEqualTo("t");
    db.execute("INSERT INTO orders DEFAULT VALUES");
    assertThat(db.value("SELECT note FROM orders")).isEqualTo("from there");
  }

  @Test
  void aMissingOneStopsTheBootWithItsProperty(TestDatabase db) {
    asking(db)
        .withPropertyValues(
            "migrations.placeholders.app_role=pg_monitor", "migrations.placeholders.suffix=x")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("grant_d00000000001.sql, line 3")
                    .hasStackTraceContaining("the placeholder 'Reader.of-orders' has no value"));
    assertThat(db.value("SELECT to_regclass('orders')")).isNull();
  }

  private static ApplicationContextRunner asking(TestDatabase db) {
    return shop(db).withPropertyValues("migrations.locations=classpath:revisions/placeholders");
  }
}
