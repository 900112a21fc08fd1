package dev.migrations.spring.boot.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Runs a command instead of the application when its first argument is {@code migrations}, and ends
 * the process with the command's exit status.
 *
 * <p>The application's own sources are read, so that the command works on the same DataSource,
 * settings and revisions, wherever they are declared; but no bean is created that the command does
 * not need. See {@link OnDemandContext}.
 */
final class MigrationsRunListener implements SpringApplicationRunListener, Ordered {

  private final SpringApplication application;
  private final Optional<CommandArguments> arguments;
  private @Nullable Shell shell;

  MigrationsRunListener(SpringApplication application, String[] args) {
    this.application = application;
    this.arguments = CommandArguments.of(args);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public void starting(ConfigurableBootstrapContext bootstrapContext) {
    arguments.ifPresent(this::starting);
  }

  private void starting(CommandArguments given) {
    Terminal terminal = Terminal.system();
    // What is printed on the side, the log above all, must not get into a script or into JSON.
    System.setOut(System.err);
    Shell started = new Shell(terminal);
    OptionalInt status = started.answerWithoutEngine(given.command());
    if (status.isPresent()) {
      System.exit(status.getAsInt());
    }
    shell = started;
    // DevTools would start the application a second time, in another thread.
    System.setProperty("spring.devtools.restart.enabled", "false");
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setAddCommandLineProperties(false);
    application.setApplicationContextFactory(type -> new OnDemandContext());
  }

  @Override
  public void environmentPrepared(
      ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
    arguments.ifPresent(given -> CommandProperties.addTo(environment, given.properties()));
  }

  @Override
  public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
    if (shell != null) {
      int status;
      try (context) {
        status =
            shell.run(
                arguments.orElseThrow().command(),
                new Engines(context)::get,
                new FailureAnalyses(context));
      }
      System.exit(status);
    }
  }

  @Override
  public void failed(@Nullable ConfigurableApplicationContext context, Throwable failure) {
    if (shell != null) {
      System.exit(
          shell.fail(arguments.orElseThrow().command(), failure, new FailureAnalyses(context)));
    }
  }
}
