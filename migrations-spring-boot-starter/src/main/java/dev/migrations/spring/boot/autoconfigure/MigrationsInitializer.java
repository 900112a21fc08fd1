package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.engine.Migrations;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.Ordered;

/**
 * Carries out the {@link MigrationsStrategy} when the application boots, before any bean that needs
 * the schema.
 *
 * @since 0.1.0
 */
public class MigrationsInitializer implements InitializingBean, Ordered {

  private final Migrations migrations;
  private final MigrationsStrategy strategy;
  private int order;

  /** Does to the given engine what the strategy says. */
  public MigrationsInitializer(Migrations migrations, MigrationsStrategy strategy) {
    this.migrations = migrations;
    this.strategy = strategy;
  }

  @Override
  public void afterPropertiesSet() {
    strategy.migrate(migrations);
  }

  @Override
  public int getOrder() {
    return order;
  }

  /** The place among several initializers; 0 unless set. */
  public void setOrder(int order) {
    this.order = order;
  }
}
