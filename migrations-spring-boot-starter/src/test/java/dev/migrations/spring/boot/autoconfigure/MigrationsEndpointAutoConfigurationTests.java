package dev.migrations.spring.boot.autoconfigure;

import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.actuate.endpoint.MigrationsEndpoint;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;

@PostgresTest
class MigrationsEndpointAutoConfigurationTests {

  @Test
  void thereIsAnEndpointWhereItIsExposed(TestDatabase db) {
    runner(db)
        .withPropertyValues("management.endpoints.web.exposure.include=migrations")
        .run(context -> assertThat(context).hasSingleBean(MigrationsEndpoint.class));
  }

  @Test
  void thereIsNoneWhereItIsNotExposed(TestDatabase db) {
    runner(db).run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
  }

  @Test
  void thereIsNoneWithoutAccess(TestDatabase db) {
    runner(db)
        .withPropertyValues(
            "management.endpoints.web.exposure.include=migrations",
            "management.endpoint.migrations.access=NONE")
        .run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
  }

  @Test
  void thereIsNoneWithoutTheActuator(TestDatabase db) {
    shop(db)
        .withUserConfiguration(ReadByName.class)
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(MigrationsEndpointAutoConfiguration.class));
  }

  @Test
  void thereIsNoneWithoutAnEngine(TestDatabase db) {
    runner(db)
        .withPropertyValues(
            "management.endpoints.web.exposure.include=migrations", "migrations.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
  }

  // By name, as Spring Boot does: annotations that are not there cannot be read from a class.
  @Import(ReadByName.Selector.class)
  static class ReadByName {
    static class Selector implements DeferredImportSelector {
      @Override
      public String[] selectImports(AnnotationMetadata importing) {
        return new String[] {MigrationsEndpointAutoConfiguration.class.getName()};
      }
    }
  }

  private static ApplicationContextRunner runner(TestDatabase db) {
    return shop(db)
        .withPropertyValues("migrations.on-boot=none")
        .withConfiguration(AutoConfigurations.of(MigrationsEndpointAutoConfiguration.class));
  }
}
