package dev.migrations.spring.boot.cli;

import dev.migrations.command.SourceLayout;
import dev.migrations.engine.Migrations;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the commands of the application's jar for a program that is not the application, such as a
 * build tool. It makes the engine and says where new revisions go; options, output and exit status
 * are those of the commands. Neither the process nor the context is ended.
 *
 * @since 0.1.0
 */
public final class CommandRunner {

  private final Terminal terminal;

  /**
   * @param out where commands answer
   * @param err where they ask, and say what is neither an answer nor an error
   * @param interactive whether both lead to the terminal of the process, if there is one: then a
   *     command may ask there, show colours, and how long work goes on
   */
  public CommandRunner(PrintStream out, PrintStream err, boolean interactive) {
    this.terminal = Terminal.on(out, err, interactive);
  }

  /**
   * Runs a command. What it throws is a problem of the result.
   *
   * @param args the command and its options, such as {@code upgrade}, {@code head}, {@code --sql}
   * @param context what Spring Boot's failure analyzers are given; it may be refreshed or not
   * @param engine the engine, asked for by commands that need it
   * @param layout where new revisions go, asked for by commands that write one
   */
  public CommandResult run(
      List<String> args,
      ConfigurableApplicationContext context,
      Supplier<Migrations> engine,
      Supplier<SourceLayout> layout) {
    KeptProblems problems = new KeptProblems();
    Shell shell = new Shell(terminal, problems, layout);
    int status =
        shell
            .answerWithoutEngine(args)
            .orElseGet(() -> shell.run(args, name -> engine.get(), new FailureAnalyses(context)));
    return problems.result(status);
  }
}
