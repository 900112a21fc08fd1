package dev.migrations.spring.boot.autoconfigure.metrics;

import static dev.migrations.spring.boot.TestApplications.CUSTOMER;
import static dev.migrations.spring.boot.TestApplications.ORDERS;
import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.RevisionFailedException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@PostgresTest
class MigrationsMetricsTests {

  @Test
  void theUpgradeAtBootIsMeasuredAlthoughItCameBeforeTheRegistry(TestDatabase db) {
    runner(db)
        .run(
            context -> {
              Timer timer = timer(context, "upgrade", "succeeded");
              assertThat(timer.count()).isEqualTo(2);
              assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
              assertThat(gauge(context, "migrations.pending")).isZero();
              assertThat(gauge(context, "migrations.last.run.success")).isEqualTo(1);
              assertThat(
                      registry(context)
                          .get("migrations.last.run.duration")
                          .timeGauge()
                          .value(TimeUnit.NANOSECONDS))
                  .isPositive();
            });
  }

  @Test
  void laterRunsAreMeasuredAtOnce(TestDatabase db) {
    runner(db)
        .run(
            context -> {
              assertThat(gauge(context, "migrations.pending")).isZero();
              context.getBean(Migrations.class).downgrade(CUSTOMER);
              assertThat(timer(context, "downgrade", "succeeded").count()).isEqualTo(1);
              assertThat(gauge(context, "migrations.pending")).isEqualTo(1);
            });
  }

  @Test
  void aFailedRevisionIsMeasuredAsFailed(TestDatabase db) {
    runner(db)
        .withPropertyValues(
            "migrations.locations=classpath:revisions/broken", "migrations.on-boot=none")
        .run(
            context -> {
              Migrations migrations = context.getBean(Migrations.class);
              assertThatExceptionOfType(RevisionFailedException.class)
                  .isThrownBy(() -> migrations.upgrade("head"));
              assertThat(timer(context, "upgrade", "succeeded").count()).isEqualTo(1);
              assertThat(timer(context, "upgrade", "failed").count()).isEqualTo(1);
              assertThat(gauge(context, "migrations.last.run.success")).isZero();
            });
  }

  @Test
  void scrapingDoesNotAskTheDatabaseEachTime(TestDatabase db) {
    runner(db)
        .run(
            context -> {
              assertThat(gauge(context, "migrations.pending")).isZero();
              db.execute("DELETE FROM migrations_revision");
              assertThat(gauge(context, "migrations.pending")).isZero();
            });
  }

  @Test
  void nothingIsKnownOfARunThatDidNotHappen(TestDatabase db) {
    runner(db)
        .withPropertyValues("migrations.on-boot=none")
        .run(
            context -> {
              assertThat(gauge(context, "migrations.pending")).isEqualTo(2);
              assertThat(gauge(context, "migrations.last.run.success")).isNaN();
            });
  }

  @Test
  void thereAreNoneWithoutMicrometer(TestDatabase db) {
    shop(db)
        .withConfiguration(AutoConfigurations.of(MigrationsMetricsAutoConfiguration.class))
        .withClassLoader(new FilteredClassLoader("io.micrometer"))
        .run(
            context -> {
              assertThat(context)
                  .hasNotFailed()
                  .doesNotHaveBean(MigrationsMetricsAutoConfiguration.class);
              assertThat(context.getBean(Migrations.class).status().current())
                  .containsExactly(ORDERS);
            });
  }

  @Test
  void noListenerOfTheStarterKeepsSmallRevisionsFromSharingRoundTrips(TestDatabase db) {
    runner(db)
        .run(
            context ->
                assertThat(context.getBeansOfType(MigrationsListener.class).values())
                    .hasSize(3)
                    .noneMatch(MigrationsListener::needsCallsBetweenSteps));
  }

  private static ApplicationContextRunner runner(TestDatabase db) {
    return shop(db)
        .withConfiguration(
            AutoConfigurations.of(
                MetricsAutoConfiguration.class,
                SimpleMetricsExportAutoConfiguration.class,
                CompositeMeterRegistryAutoConfiguration.class,
                MigrationsMetricsAutoConfiguration.class));
  }

  private static Timer timer(
      AssertableApplicationContext context, String direction, String outcome) {
    return registry(context)
        .get("migrations.revisions")
        .tag("direction", direction)
        .tag("outcome", outcome)
        .timer();
  }

  private static double gauge(AssertableApplicationContext context, String name) {
    return registry(context).get(name).gauge().value();
  }

  private static MeterRegistry registry(AssertableApplicationContext context) {
    return context.getBean(MeterRegistry.class);
  }
}
