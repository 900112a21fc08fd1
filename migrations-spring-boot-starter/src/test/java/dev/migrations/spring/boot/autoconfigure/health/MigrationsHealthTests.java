package dev.migrations.spring.boot.autoconfigure.health;

import static dev.migrations.spring.boot.TestApplications.CUSTOMER;
import static dev.migrations.spring.boot.TestApplications.ORDERS;
import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;

@PostgresTest
class MigrationsHealthTests {

  @Test
  void itIsUpAtHead(TestDatabase db) {
    runner(db)
        .run(
            context -> {
              Health health = health(context);
              assertThat(health.getStatus()).isEqualTo(Status.UP);
              assertThat(health.getDetails())
                  .containsEntry("current", List.of(ORDERS))
                  .containsEntry("heads", List.of(ORDERS))
                  .containsEntry("pending", List.of());
            });
  }

  @Test
  void itIsOutOfServiceWhileRevisionsArePending(TestDatabase db) {
    runner(db)
        .withPropertyValues("migrations.target=" + CUSTOMER)
        .run(
            context -> {
              Health health = health(context);
              assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
              assertThat(health.getDetails()).containsEntry("pending", List.of(ORDERS));
            });
  }

  @Test
  void itIsOutOfServiceAtARevisionThatIsToBeRefused(TestDatabase db) {
    runner(db)
        .run(
            context -> {
              db.execute("UPDATE migrations_revision SET revision = 'ffffffffffff'");
              Health health = health(context);
              assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
              assertThat(health.getDetails()).containsEntry("unknown", List.of("ffffffffffff"));
            });
  }

  @Test
  void itIsUpAtAnUnknownRevisionThatIsAllowed(TestDatabase db) {
    runner(db)
        .withPropertyValues("migrations.on-unknown-revision=warn")
        .run(
            context -> {
              db.execute("UPDATE migrations_revision SET revision = 'ffffffffffff'");
              assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            });
  }

  @Test
  void itIsDownWithoutDatabase(TestDatabase db) {
    runner(db)
        .run(
            context -> {
              db.drop();
              assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
            });
  }

  @Test
  void eachOfSeveralEnginesHasItsOwn(TestDatabase db) {
    runner(db)
        .withBean("left", Migrations.class, () -> engine(db))
        .withBean("right", Migrations.class, () -> engine(db))
        .run(
            context ->
                assertThat(context.getBean(CompositeHealthContributor.class).stream())
                    .extracting(HealthContributors.Entry::name)
                    .containsExactlyInAnyOrder("left", "right"));
  }

  @Test
  void itCanBeTurnedOff(TestDatabase db) {
    runner(db)
        .withPropertyValues("management.health.migrations.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("migrationsHealthContributor"));
  }

  @Test
  void thereIsNoneWithoutSpringBootsHealthModule(TestDatabase db) {
    shop(db)
        .withUserConfiguration(ReadByName.class)
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(MigrationsHealthContributorAutoConfiguration.class));
  }

  // By name, as Spring Boot does: annotations that are not there cannot be read from a class.
  @Import(ReadByName.Selector.class)
  static class ReadByName {
    static class Selector implements DeferredImportSelector {
      @Override
      public String[] selectImports(AnnotationMetadata importing) {
        return new String[] {MigrationsHealthContributorAutoConfiguration.class.getName()};
      }
    }
  }

  private static Migrations engine(TestDatabase db) {
    RevisionScripts scripts =
        RevisionScripts.load(
            List.of("classpath:revisions/shop"),
            List.of(),
            MigrationsHealthTests.class.getClassLoader());
    return new Migrations(db.dataSource(), scripts, MigrationsSettings.defaults(), List.of());
  }

  private static Health health(AssertableApplicationContext context) {
    return Objects.requireNonNull(context.getBean(HealthIndicator.class).health());
  }

  private static ApplicationContextRunner runner(TestDatabase db) {
    return shop(db)
        .withConfiguration(
            AutoConfigurations.of(MigrationsHealthContributorAutoConfiguration.class));
  }
}
