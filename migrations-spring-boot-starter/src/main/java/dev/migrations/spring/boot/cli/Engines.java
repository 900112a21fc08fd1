package dev.migrations.spring.boot.cli;

import dev.migrations.engine.Migrations;
import dev.migrations.error.MigrationsException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The engine beans of an application. */
final class Engines {

  private final ApplicationContext context;

  Engines(ApplicationContext context) {
    this.context = context;
  }

  /**
   * The engine with this name, or the only one.
   *
   * @throws MigrationsException when there is none, or several and no name
   */
  Migrations get(@Nullable String name) {
    List<String> names = List.of(context.getBeanNamesForType(Migrations.class, true, false));
    if (names.isEmpty()) {
      throw new MigrationsException(
          "The application has no DataSource, and so no engine for its revisions.",
          "Set spring.datasource.url or migrations.url, or declare a DataSource bean.");
    }
    if (name == null ? names.size() > 1 : !names.contains(name)) {
      throw new MigrationsException(
          name == null
              ? "The application has %d engines: %s.".formatted(names.size(), join(names))
              : "The application has no engine '%s', only %s.".formatted(name, join(names)),
          "Name one of them: --engine " + names.get(0));
    }
    return context.getBean(name == null ? names.get(0) : name, Migrations.class);
  }

  private static String join(List<String> names) {
    return String.join(", ", names);
  }
}
