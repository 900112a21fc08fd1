package dev.migrations.chaos;

import dev.migrations.graph.Direction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A JVM that runs revisions until it is killed. */
final class ChildJvm {

  private final Process process;
  private final PrintStream orders;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final Map<Integer, CompletableFuture<String>> runs = new ConcurrentHashMap<>();

  private ChildJvm(Process process) {
    this.process = process;
    this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread listener = new Thread(this::listen, "child-jvm");
    listener.setDaemon(true);
    listener.start();
  }

  static ChildJvm start() {
    try {
      return new ChildJvm(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  RunsInChild.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  /** Starts a run; completes when it ends before it is killed. */
  CompletableFuture<String> run(
      String url, String user, String password, Direction direction, String target) {
    ready.join();
    int number = runs.size();
    CompletableFuture<String> ended = new CompletableFuture<>();
    runs.put(number, ended);
    orders.println(
        String.join("\t", String.valueOf(number), url, user, password, direction.name(), target));
    return ended;
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(RunsInChild.READY)) {
          ready.complete(line);
        } else if (line.startsWith(RunsInChild.ENDED)) {
          List<String> words = List.of(line.split(" ", 3));
          runs.get(Integer.parseInt(words.get(1))).complete(words.get(2));
        } else {
          System.out.println(line);
        }
      }
    } catch (IOException ex) {
      // The way in which reading ends when the child is killed.
      ready.completeExceptionally(ex);
    }
    ready.completeExceptionally(new IllegalStateException("The child ended at its start"));
  }
}
