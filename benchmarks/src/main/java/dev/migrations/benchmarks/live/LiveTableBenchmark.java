package dev.migrations.benchmarks.live;

import static dev.migrations.benchmarks.live.LiveTable.ORDERS;

import dev.migrations.Operations;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What the users of tables with a million rows wait for while an operation runs on them, in its
 * safe form and in the blocking one. Prints a table in Markdown.
 */
public final class LiveTableBenchmark {

  private static final PrintStream OUT = System.out;
  private static final String CELLS = "took s | statements | p50 | p99 | longest | for a lock |";

  private LiveTableBenchmark() {}

  /**
   * Runs the operations whose name the second argument matches, and {@code backfill}.
   *
   * @param arguments the image of the server, such as {@code postgres:18-alpine}, and a regular
   *     expression
   */
  public static void main(String[] arguments) throws SQLException {
    Predicate<String> wanted = Pattern.compile(arguments[1]).asPredicate();
    try (Server server = new Server(arguments[0])) {
      OUT.println(server.conditions());
      List<LiveRecipe> recipes =
          LiveRecipe.all().stream().filter(recipe -> wanted.test(recipe.name())).toList();
      if (!recipes.isEmpty()) {
        print(server, recipes);
      }
      if (wanted.test("backfill")) {
        BatchBenchmark.run(server);
      }
    }
  }

  private static void print(Server server, List<LiveRecipe> recipes) throws SQLException {
    for (LiveTable table : LiveTable.all()) {
      if (table == ORDERS || recipes.stream().anyMatch(recipe -> recipe.table() == table)) {
        server.create(table.name(), table.setUp());
      }
    }
    OUT.println();
    OUT.println("| operation | " + CELLS + " blocking: " + CELLS);
    OUT.println("|---|" + "--:|".repeat(12));
    OUT.println("| nothing runs | " + idle(server) + " | | | | | | |");
    for (LiveRecipe recipe : recipes) {
      String safe = measure(server, recipe, recipe.safe());
      String blocking = measure(server, recipe, recipe.blocking());
      OUT.println("| " + recipe.name() + " | " + safe + " | " + blocking + " |");
    }
  }

  private static String idle(Server server) throws SQLException {
    return Measurement.of(
            server, server.copy(ORDERS.name(), "run"), ORDERS, () -> Measurement.pause(3_000))
        .cells();
  }

  private static String measure(Server server, LiveRecipe recipe, Consumer<Operations> author)
      throws SQLException {
    DataSource database = server.copy(recipe.table().name(), "run");
    if (!recipe.reader()) {
      return Measurement.of(
              server, database, recipe.table(), () -> OneRevision.run(database, author))
          .cells();
    }
    try (Connection report = database.getConnection();
        Statement statement = report.createStatement()) {
      report.setAutoCommit(false);
      report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      for (String read : recipe.table().reads()) {
        statement.execute(read.replace(":id", "1"));
      }
      Runnable besideTheReport =
          () -> {
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> endLater(report));
            OneRevision.run(database, author);
            end.join();
          };
      return Measurement.of(server, database, recipe.table(), besideTheReport).cells();
    }
  }

  private static void endLater(Connection report) {
    try {
      Measurement.pause(2_000);
      report.rollback();
    } catch (SQLException ex) {
      throw new IllegalStateException("The report could not end", ex);
    }
  }
}
