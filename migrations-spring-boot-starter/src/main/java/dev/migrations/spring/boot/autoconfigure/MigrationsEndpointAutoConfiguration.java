package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.engine.Migrations;
import dev.migrations.spring.boot.actuate.endpoint.MigrationsEndpoint;
import dev.migrations.spring.boot.actuate.endpoint.MigrationsEndpointWebExtension;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The actuator endpoint {@code migrations}, where the actuator is present and exposes it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnClass({Migrations.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
public final class MigrationsEndpointAutoConfiguration {

  @Bean
  @ConditionalOnBean(Migrations.class)
  @ConditionalOnMissingBean
  MigrationsEndpoint migrationsEndpoint(ApplicationContext context) {
    return new MigrationsEndpoint(context);
  }

  @Bean
  @ConditionalOnBean(MigrationsEndpoint.class)
  @ConditionalOnMissingBean
  MigrationsEndpointWebExtension migrationsEndpointWebExtension(MigrationsEndpoint endpoint) {
    return new MigrationsEndpointWebExtension(endpoint);
  }
}
