package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.engine.MigrationsSettings;

/**
 * Changes the settings of the auto-configured engine after the properties were applied. Several
 * beans of this type are called in their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MigrationsSettingsCustomizer {

  /** The settings to use instead of the given ones. */
  MigrationsSettings customize(MigrationsSettings settings);
}
