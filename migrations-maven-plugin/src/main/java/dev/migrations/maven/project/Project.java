package dev.migrations.maven.project;

import dev.migrations.command.SourceLayout;
import dev.migrations.engine.Migrations;
import dev.migrations.maven.bridge.CommandRequest;
import dev.migrations.script.RevisionScripts;
import dev.migrations.spring.boot.autoconfigure.MigrationsDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
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
  private boolean configured;
  private @Nullable RevisionClassLoader revisions;

  Project(CommandRequest request) {
    this.request = request;
    context.setEnvironment(environment);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  /** Whether there is nothing to do here; when that is not known, a command will say why. */
  boolean isWithoutRevisions() {
    try {
      return RevisionScripts.load(locations().all(), List.of(), revisions()).scripts().isEmpty();
    } catch (RuntimeException whatTheCommandReports) {
      return false;
    }
  }

  /** The engine, made at the first call. */
  Migrations engine() {
    if (!context.isActive()) {
      start();
    }
    return context.getBean(Migrations.class);
  }

  private void start() {
    context.setClassLoader(revisions());
    boolean springs = environment.containsProperty("spring.datasource.url");
    if (request.asksDatabase() && !springs && !environment.containsProperty("migrations.url")) {
      throw NoDatabase.failure();
    }
    context.register(
        request.asksDatabase() && springs ? ApplicationDatabase.class : OwnDatabase.class);
    if (!request.asksDatabase()) {
      context.registerBean(
          DataSource.class,
          NoDatabase::new,
          bean ->
              ((AbstractBeanDefinition) bean)
                  .addQualifier(new AutowireCandidateQualifier(MigrationsDataSource.class)));
    }
    context.refresh();
  }

  private ClassLoader revisions() {
    if (revisions == null) {
      ClassLoader libraries = Project.class.getClassLoader();
      try {
        revisions = new ProjectRevisions(request.sources(), locations()).load(libraries);
      } catch (IOException ex) {
        throw new UncheckedIOException("The revisions of the project cannot be read", ex);
      }
      Thread.currentThread().setContextClassLoader(revisions);
    }
    return revisions;
  }

  private Locations locations() {
    if (!configured) {
      ApplicationConfiguration.read(environment, request, Project.class.getClassLoader());
      configured = true;
    }
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
