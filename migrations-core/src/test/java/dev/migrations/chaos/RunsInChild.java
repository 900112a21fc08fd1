package dev.migrations.chaos;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The main class of a JVM that is killed: each line that it reads is a run, all are at once. */
final class RunsInChild {

  static final String READY = "ready";
  static final String ENDED = "ended ";

  private RunsInChild() {}

  public static void main(String[] args) throws IOException {
    Logs.expectWarnings();
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    History.on(nowhere).scripts().scripts().forEach(script -> script.operations(Direction.UPGRADE));
    System.out.println(READY);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      List<String> words = List.of(order.split("\t"));
      new Thread(() -> run(words)).start();
    }
    // The parent is gone.
    Runtime.getRuntime().halt(1);
  }

  /** The number of the run, the database, its user and password, direction and target. */
  private static void run(List<String> words) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(words.get(1));
    dataSource.setUser(words.get(2));
    dataSource.setPassword(words.get(3));
    String end = "well";
    try {
      History.run(dataSource, Direction.valueOf(words.get(4)), words.get(5));
    } catch (MigrationsException ex) {
      end = ex.toString().lines().toList().toString();
    }
    System.out.println(ENDED + words.get(0) + " " + end);
  }
}
