package dev.migrations.benchmarks.live;

import dev.migrations.Operations;
import dev.migrations.operation.Backfill;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * A change of a million rows in one statement, and in batches, while others use the table. The
 * batches run in a JVM of their own with a small heap.
 */
public final class BatchBenchmark {

  private static final PrintStream OUT = System.out;
  private static final String HEAP = "-Xmx24m";

  private static final LiveTable TABLE =
      new LiveTable(
          "batches",
          """
          CREATE TABLE orders (id bigint PRIMARY KEY, total int, net int, note text);
          INSERT INTO orders (id, total, note)
            SELECT n, n % 1000, 'note ' || n FROM generate_series(1, 1000000) n;
          CREATE TABLE copy (LIKE orders);
          """,
          List.of("SELECT total FROM orders WHERE id = :id"),
          List.of("UPDATE orders SET total = total + 1 WHERE id = :id"));

  /** What happens to all rows. */
  enum Change {
    UPDATE(backfill -> backfill.set("net", "total * 100 / 119")),
    DELETE(Backfill.Builder::delete),
    INSERT(backfill -> backfill.insertInto("copy").set("id", "id").set("note", "note"));

    private final UnaryOperator<Backfill.Builder> complete;

    Change(UnaryOperator<Backfill.Builder> complete) {
      this.complete = complete;
    }

    String statement() {
      return complete.apply(Backfill.of("orders")).build().change().statement();
    }

    Consumer<Operations> inBatches() {
      return op -> complete.apply(op.backfill("orders"));
    }
  }

  private BatchBenchmark() {}

  static void run(Server server) throws SQLException {
    server.create(TABLE.name(), TABLE.setUp());
    OUT.println();
    OUT.println(
        "| million rows | took s | rows/s | longest transaction | p50 | p99 | longest | for a lock |");
    OUT.println("|---|" + "--:|".repeat(7));
    for (Change change : Change.values()) {
      Consumer<Operations> plain = op -> op.execute(change.statement());
      row(change + ", one statement", server, database -> OneRevision.run(database, plain));
      row(change + ", batches, " + HEAP, server, database -> child(server, change));
    }
  }

  private static void row(String name, Server server, Consumer<DataSource> work)
      throws SQLException {
    DataSource database = server.copy(TABLE.name(), "run");
    try (TransactionSampler sampler = new TransactionSampler(database)) {
      Measurement measured = Measurement.of(server, database, TABLE, () -> work.accept(database));
      OUT.printf(
          "| %s | %s | %s | %s | %s |%n",
          name,
          Waits.text(measured.seconds()),
          Waits.text(1_000_000 / measured.seconds()),
          sampler.cell(),
          measured.waits());
    }
  }

  private static void child(Server server, Change change) {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            HEAP,
            "-classpath",
            System.getProperty("java.class.path").replace(':', File.pathSeparatorChar),
            BatchBenchmark.class.getName(),
            server.url("run"),
            change.name());
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("The JVM with the small heap ended with " + status);
      }
    } catch (IOException ex) {
      throw new IllegalStateException(ex);
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The JVM with the small heap.
   *
   * @param arguments the URL of the database and the change
   */
  public static void main(String[] arguments) {
    OneRevision.run(Server.dataSource(arguments[0]), Change.valueOf(arguments[1]).inBatches());
  }
}
