package dev.migrations.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.MigrationsSettings;
import dev.migrations.engine.Reaction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

class MigrationsPropertiesTests {

  private final ApplicationContextRunner contextRunner =
      new ApplicationContextRunner().withUserConfiguration(Binding.class);

  @Test
  void defaultsAreThoseOfTheEngine() {
    assertThat(
            SettingsMapper.settings(
                new MigrationsProperties(), new MockEnvironment(), null, List.of()))
        .isEqualTo(MigrationsSettings.defaults());
  }

  @Test
  void everySettingReachesTheEngine() {
    contextRunner
        .withPropertyValues(
            "migrations.schema=audit",
            "migrations.lock-timeout=2s",
            "migrations.lock-attempts=3",
            "migrations.statement-timeout=0",
            "migrations.advisory-lock-wait=1m",
            "migrations.advisory-lock-poll-interval=50ms",
            "migrations.reconnect-wait=30s",
            "migrations.on-edited-revision=warn",
            "migrations.on-unknown-revision=ignore",
            "spring.application.name=shop",
            "spring.application.version=1.2.3")
        .run(
            context ->
                assertThat(
                        SettingsMapper.settings(
                            context.getBean(MigrationsProperties.class),
                            context.getEnvironment(),
                            null,
                            List.of()))
                    .isEqualTo(
                        new MigrationsSettings(
                            "audit",
                            Duration.ofSeconds(2),
                            3,
                            Duration.ZERO,
                            Duration.ofMinutes(1),
                            Duration.ofMillis(50),
                            Duration.ofSeconds(30),
                            Reaction.WARN,
                            Reaction.IGNORE,
                            "shop",
                            "1.2.3")));
  }

  @ParameterizedTest
  @CsvSource({
    "migrations.lock-attempts, 0, must be at least 1",
    "migrations.lock-timeout, 0s, must be longer than zero",
    "migrations.statement-timeout, -1s, must not be negative",
    "migrations.advisory-lock-wait, -1s, must not be negative",
    "migrations.advisory-lock-poll-interval, 0ms, must be longer than zero",
    "migrations.reconnect-wait, -1s, must not be negative",
    "migrations.target, '', must not be empty",
    "migrations.on-boot, downgrade, OnBoot",
    "migrations.on-edited-revision, shrug, Reaction",
    "migrations.lock-timeout, soon, soon"
  })
  void anImpossibleValueIsRefusedWithItsName(String property, String value, String reason) {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(MigrationsAutoConfiguration.class))
        .withPropertyValues("migrations.url=jdbc:postgresql://none.example/db")
        .withPropertyValues(property + "=" + value)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(property)
                    .hasStackTraceContaining(reason));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(MigrationsProperties.class)
  static class Binding {}
}
