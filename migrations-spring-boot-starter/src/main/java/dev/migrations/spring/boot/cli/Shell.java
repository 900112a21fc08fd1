package dev.migrations.spring.boot.cli;

import dev.migrations.command.SourceLayout;
import dev.migrations.engine.Migrations;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Reads command lines, runs commands and reports their failures. */
final class Shell {

  private static final int NEEDS_ENGINE = -1;

  private final Terminal terminal;
  private final Problems problems;
  private final @Nullable Supplier<SourceLayout> layout;

  /** For the application's own process. */
  Shell(Terminal terminal) {
    this(terminal, new PrintedProblems(terminal), null);
  }

  /**
   * @param layout where new revisions go; {@code null} where the command line says that
   */
  Shell(Terminal terminal, Problems problems, @Nullable Supplier<SourceLayout> layout) {
    this.terminal = terminal;
    this.problems = problems;
    this.layout = layout;
  }

  /**
   * Answers what can be answered without the application: help, wrong options, the completion
   * script.
   *
   * @return the exit status, or nothing when the command has to be run
   */
  OptionalInt answerWithoutEngine(List<String> args) {
    MigrationsCommand root = new MigrationsCommand();
    CommandLine line = commandLine(root, new Session(terminal, Shell::noEngine, layout));
    int status = line.setExecutionStrategy(this::untilEngine).execute(args.toArray(String[]::new));
    return status == NEEDS_ENGINE ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * Runs a command.
   *
   * @param engines the engine with a name, or the only one where no name is given
   * @param analyses who explains what is not this project's own failure
   * @return the exit status
   */
  int run(
      List<String> args, Function<@Nullable String, Migrations> engines, FailureAnalyses analyses) {
    MigrationsCommand root = new MigrationsCommand();
    Session session = new Session(terminal, () -> engines.apply(root.engine), layout);
    CommandLine line =
        commandLine(root, session)
            .setExecutionExceptionHandler(
                (failure, command, parsed) ->
                    new FailureReport(terminal, problems, root.stacktrace, analyses)
                        .report(failure, session.databaseAddress()));
    return line.execute(args.toArray(String[]::new));
  }

  /**
   * Reports that the application's configuration could not be read.
   *
   * @return the exit status
   */
  int fail(List<String> args, Throwable failure, FailureAnalyses analyses) {
    return new FailureReport(terminal, problems, args.contains("--stacktrace"), analyses)
        .report(failure, null);
  }

  private int untilEngine(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine last = commands.get(commands.size() - 1);
    if (last.getCommand() instanceof EngineCommand command) {
      try {
        command.check();
      } catch (UsageException ex) {
        throw new ParameterException(last, ex.getMessage(), ex);
      }
      return NEEDS_ENGINE;
    }
    return new RunLast().execute(parsed);
  }

  private CommandLine commandLine(MigrationsCommand root, Session session) {
    CommandLine line = new CommandLine(root);
    for (EngineCommand command :
        List.of(
            new RevisionCommand(session),
            new MergeCommand(session),
            new SquashCommand(session),
            new UpgradeCommand(session),
            new DowngradeCommand(session),
            new CurrentCommand(session),
            new HeadsCommand(session),
            new BranchesCommand(session),
            new HistoryCommand(session),
            new ShowCommand(session),
            new StampCommand(session),
            new AdoptCommand(session),
            new CheckCommand(session))) {
      line.addSubcommand(command);
    }
    line.addSubcommand(new CompletionCommand(line));
    return line.setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(this::usage);
  }

  private int usage(ParameterException wrong, String[] args) {
    problems.usage(wrong);
    return ExitStatus.USAGE;
  }

  private static Migrations noEngine() {
    throw new IllegalStateException("The application was not read yet");
  }
}
