package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.engine.Migrations;

/**
 * What is done with the schema when the application boots. A bean of this type takes the place of
 * {@code migrations.on-boot} and {@code migrations.target}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MigrationsStrategy {

  /**
   * Called once, before any bean that needs the schema is created. What it throws stops the boot.
   */
  void migrate(Migrations migrations);
}
