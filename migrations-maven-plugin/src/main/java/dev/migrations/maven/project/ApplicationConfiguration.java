package dev.migrations.maven.project;

import dev.migrations.error.MigrationsException;
import dev.migrations.maven.bridge.CommandRequest;
import dev.migrations.script.RevisionScripts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/** The properties that the application would have: its files, the environment, {@code -D}. */
final class ApplicationConfiguration {

  /** What no configuration of the application may undo. */
  private static final Map<String, Object> FIXED =
      Map.of(
          "migrations.enabled", "true",
          "migrations.on-boot", "none",
          // A pool that is there for one command need not fill itself.
          "spring.datasource.hikari.minimum-idle", "0");

  private ApplicationConfiguration() {}

  /**
   * Reads it, as Spring Boot would.
   *
   * @throws MigrationsException when that fails, with the reason
   */
  static void read(
      ConfigurableEnvironment environment, CommandRequest request, ClassLoader libraries) {
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("mavenParameters", new HashMap<>(request.properties())));
    environment.getPropertySources().addFirst(new MapPropertySource("migrationsCommand", FIXED));
    if (!request.readsConfiguration()) {
      return;
    }
    try (ApplicationResources resources = new ApplicationResources(request.sources(), libraries)) {
      ConfigDataEnvironmentPostProcessor.applyTo(
          environment, new DefaultResourceLoader(resources), null, List.of());
    } catch (IOException | RuntimeException ex) {
      throw new MigrationsException(
          "The configuration of the application cannot be read: " + ex.getMessage(),
          request.asksDatabase()
              ? "Correct it, or name the profile whose configuration can be read here:"
                  + " -Dspring.profiles.active=…"
              : "Correct it, or set migrations.locations: then this goal reads no configuration.",
          ex);
    }
  }

  static Locations locations(StandardEnvironment environment) {
    return new Locations(
        Binder.get(environment)
            .bind("migrations.locations", Bindable.listOf(String.class))
            .orElse(List.of(RevisionScripts.DEFAULT_LOCATION)));
  }
}
