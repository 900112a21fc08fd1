package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.engine.MigrationsSettings;
import dev.migrations.error.OneLine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The engine's settings from the application's properties. */
final class SettingsMapper {

  private SettingsMapper() {}

  static MigrationsSettings settings(
      MigrationsProperties properties,
      Environment environment,
      @Nullable BuildProperties build,
      List<MigrationsSettingsCustomizer> customizers) {
    MigrationsSettings settings =
        new MigrationsSettings(
            StringUtils.hasText(properties.getSchema()) ? properties.getSchema() : null,
            properties.getLockTimeout(),
            properties.getLockAttempts(),
            properties.getStatementTimeout(),
            properties.getAdvisoryLockWait(),
            properties.getAdvisoryLockPollInterval(),
            properties.getReconnectWait(),
            properties.getOnEditedRevision(),
            properties.getOnUnknownRevision(),
            oneLine(environment.getProperty("spring.application.name")),
            oneLine(version(environment, build)));
    for (MigrationsSettingsCustomizer customizer : customizers) {
      settings = customizer.customize(settings);
    }
    return settings;
  }

  /** What names the application is not ours to refuse. */
  private static @Nullable String oneLine(@Nullable String text) {
    return text == null ? null : OneLine.of(text);
  }

  private static @Nullable String version(
      Environment environment, @Nullable BuildProperties build) {
    String version = environment.getProperty("spring.application.version");
    return version == null && build != null ? build.getVersion() : version;
  }
}
