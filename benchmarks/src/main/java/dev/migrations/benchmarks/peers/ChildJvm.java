package dev.migrations.benchmarks.peers;

import dev.migrations.benchmarks.peers.child.Outcome;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs, each in a process of its own, all with the same settings. */
final class ChildJvm {

  /** The settings that bear on the figures. */
  static final List<String> SETTINGS = List.of("-Xmx256m", "-XX:+UseSerialGC");

  /** Nothing is logged, as under a logger that is set to warnings; nothing is reported home. */
  private static final List<String> QUIET =
      List.of("-Dslf4j.internal.verbosity=ERROR", "-Dliquibase.analytics.enabled=false");

  private final Path directory;
  private final Path logging;

  /**
   * @param directory where it may write
   */
  ChildJvm(Path directory) throws IOException {
    this.directory = directory;
    this.logging = Files.writeString(directory.resolve("logging.properties"), ".level=WARNING\n");
  }

  /**
   * Runs a program to its end.
   *
   * @param project the migrations
   * @throws IllegalStateException with what it printed, when it failed
   */
  Sample run(Program program, Path project, String url, int migrations) throws IOException {
    Path printed = directory.resolve("printed");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(SETTINGS);
    command.addAll(QUIET);
    command.add("-Djava.util.logging.config.file=" + logging);
    command.addAll(List.of("-cp", program.classPath().behind(project)));
    command.add(program.main().getName());
    command.addAll(program.arguments().of(url, migrations));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("REDGATE_DISABLE_TELEMETRY", "true");
    builder.redirectErrorStream(true).redirectOutput(Redirect.to(printed.toFile()));
    long start = System.nanoTime();
    int exitCode = waitFor(builder.start());
    double processMillis = (System.nanoTime() - start) / 1e6;
    List<String> lines = Files.readAllLines(printed, StandardCharsets.UTF_8);
    String outcome =
        lines.stream().filter(line -> line.startsWith(Outcome.MARK)).findFirst().orElse("");
    if (exitCode != 0 || outcome.isEmpty()) {
      throw new IllegalStateException(
          program.name() + " ended with " + exitCode + ":\n" + String.join("\n", lines));
    }
    String[] figures = outcome.substring(Outcome.MARK.length()).split(" ");
    return new Sample(
        Long.parseLong(figures[0]) / 1e6,
        processMillis,
        Long.parseLong(figures[1]) / 1e6,
        Long.parseLong(figures[2]),
        Long.parseLong(figures[3]));
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException ex) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a program ran", ex);
    }
  }
}
