package dev.migrations.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** When the starter stays out of the way. */
class MigrationsAutoConfigurationTests {

  private final ApplicationContextRunner contextRunner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(MigrationsAutoConfiguration.class));

  @Test
  void backsOffWithoutDatabase() {
    contextRunner.run(context -> assertThat(context).doesNotHaveBean(Migrations.class));
  }

  @Test
  void backsOffWhenDisabled() {
    contextRunner
        .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
        .withPropertyValues(
            "migrations.enabled=false", "spring.datasource.url=jdbc:postgresql://none.example/db")
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(Migrations.class)
                    .doesNotHaveBean(MigrationsInitializer.class));
  }

  @Test
  void backsOffWithoutTheEngine() {
    contextRunner
        .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
        .withPropertyValues("spring.datasource.url=jdbc:postgresql://none.example/db")
        .withClassLoader(new FilteredClassLoader(Migrations.class))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(MigrationsAutoConfiguration.class));
  }
}
