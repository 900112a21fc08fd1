package dev.migrations.spring.boot.autoconfigure.health;

import dev.migrations.engine.Migrations;
import dev.migrations.spring.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.migrations.spring.boot.autoconfigure.MigrationsProperties;
import dev.migrations.spring.boot.health.MigrationsHealthIndicator;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * The health indicator {@code migrations}, one below it for each engine bean when there are
 * several.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnClass({Migrations.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Migrations.class)
@ConditionalOnEnabledHealthIndicator("migrations")
@EnableConfigurationProperties(MigrationsProperties.class)
public final class MigrationsHealthContributorAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(name = {"migrationsHealthIndicator", "migrationsHealthContributor"})
  HealthContributor migrationsHealthContributor(
      Map<String, Migrations> engines, MigrationsProperties properties) {
    Function<Migrations, HealthContributor> indicator =
        engine -> new MigrationsHealthIndicator(engine, properties.getOnUnknownRevision());
    return engines.size() == 1
        ? indicator.apply(engines.values().iterator().next())
        : CompositeHealthContributor.fromMap(engines, indicator);
  }
}
