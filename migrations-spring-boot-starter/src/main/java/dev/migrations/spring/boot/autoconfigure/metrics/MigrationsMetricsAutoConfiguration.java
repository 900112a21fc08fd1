package dev.migrations.spring.boot.autoconfigure.metrics;

import dev.migrations.engine.Migrations;
import dev.migrations.spring.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.migrations.spring.boot.metrics.MigrationsMetrics;
import dev.migrations.spring.boot.metrics.MigrationsRunRecorder;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The meters, where Micrometer is present. They tell of a single engine bean, or of the primary
 * one.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
    after = {
      MigrationsAutoConfiguration.class,
      MetricsAutoConfiguration.class,
      CompositeMeterRegistryAutoConfiguration.class
    })
@ConditionalOnClass({Migrations.class, MeterRegistry.class, MetricsAutoConfiguration.class})
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnSingleCandidate(Migrations.class)
public final class MigrationsMetricsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  MigrationsRunRecorder migrationsRunRecorder() {
    return new MigrationsRunRecorder();
  }

  @Bean
  @ConditionalOnMissingBean
  MigrationsMetrics migrationsMetrics(Migrations migrations, MigrationsRunRecorder recorder) {
    return new MigrationsMetrics(migrations, recorder);
  }
}
