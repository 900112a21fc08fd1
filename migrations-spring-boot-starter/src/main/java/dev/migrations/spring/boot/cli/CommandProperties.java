package dev.migrations.spring.boot.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** What the environment of a command has that the application's own has not. */
final class CommandProperties {

  /** What no configuration of the application may undo. */
  private static final Map<String, Object> FIXED =
      Map.of(
          "spring.main.web-application-type",
          "none",
          "spring.main.banner-mode",
          "off",
          "spring.main.log-startup-info",
          "false",
          "spring.main.register-shutdown-hook",
          "false",
          "spring.main.keep-alive",
          "false",
          "migrations.enabled",
          "true",
          // The command itself says what it does.
          "logging.level.dev.migrations.spring.boot.MigrationsLog",
          "off",
          "logging.level.dev.migrations.engine.ProgressLog",
          "off");

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "logging.level.root",
          "warn",
          // That it waits for another instance, which may take minutes.
          "logging.level.dev.migrations.engine.AdvisoryLock",
          "info");

  private CommandProperties() {}

  /** Adds them, with the properties of the command line, before any file is read. */
  static void addTo(ConfigurableEnvironment environment, List<String> commandLine) {
    MutablePropertySources sources = environment.getPropertySources();
    sources.addFirst(new SimpleCommandLinePropertySource(commandLine.toArray(String[]::new)));
    sources.addFirst(new MapPropertySource("migrationsCommand", FIXED));
    DefaultPropertiesPropertySource.addOrMerge(new HashMap<>(DEFAULTS), sources);
  }
}
