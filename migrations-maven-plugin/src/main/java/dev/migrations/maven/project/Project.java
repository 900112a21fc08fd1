package dev.migrations.maven.project;

import dev.migrations.command.SourceLayout;
import dev.migrations.engine.Migrations;
import dev.migrations.maven.bridge.CommandRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/**
 * A project, of which the configuration and the revisions are read when they are asked for. Its
 * engine is made by Spring Boot's and our own auto-configuration; no class of the application is
 * part of that.
 */
final class Project implements AutoCloseable {

  private final CommandRequest request;
  private final StandardEnvironment environment = new StandardEnvironment();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private @Nullable RevisionClassLoader revisions;

  Project(CommandRequest request) {
    this.request = request;
    context.setEnvironment(environment);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  /** The engine, made at the first call. */
  Migrations engine() {
    if (!context.isActive()) {
      start();
    }
    return context.getBean(Migrations.class);
  }

  private void start() {
    ClassLoader libraries = Project.class.getClassLoader();
    ApplicationConfiguration.read(environment, request, libraries);
    boolean springs = environment.containsProperty("spring.datasource.url");
    if (request.asksDatabase() && !springs && !environment.containsProperty("migrations.url")) {
      throw NoDatabase.failure();
    }
    try {
      revisions = new ProjectRevisions(request.sources(), locations()).load(libraries);
    } catch (IOException ex) {
      throw new UncheckedIOException("The revisions of the project cannot be read", ex);
    }
    Thread.currentThread().setContextClassLoader(revisions);
    context.setClassLoader(revisions);
    context.register(
        request.asksDatabase() && springs ? ApplicationDatabase.class : OwnDatabase.class);
    if (!request.asksDatabase()) {
      context.registerBean(DataSource.class, NoDatabase::new);
    }
    context.refresh();
  }

  private Locations locations() {
    return ApplicationConfiguration.locations(environment);
  }

  /** Where new revisions go: to the first location. */
  SourceLayout layout() {
    SourceLayout usual = SourceLayout.of(request.sources().basedir(), locations().all().get(0));
    String folder = usual.javaPackage().replace('.', '/');
    List<Path> directories =
        request.sources().resourceRoots().stream().map(root -> root.resolve(folder)).toList();
    Path sqlDirectory =
        directories.stream()
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(directories.isEmpty() ? usual.sqlDirectory() : directories.get(0));
    return new SourceLayout(
        sqlDirectory,
        request.sources().sourceDirectory(),
        usual.javaPackage(),
        request.files().templates(),
        request.files().datePattern());
  }

  @Override
  public void close() throws IOException {
    context.close();
    if (revisions != null) {
      revisions.close();
    }
  }
}
