package dev.migrations.benchmarks.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * An application: one session that reads and one that writes, all the time, with a millisecond
 * between two statements.
 */
final class Traffic implements AutoCloseable {

  /** The {@code application_name} of its sessions. */
  static final String NAME = "traffic";

  private static final long PAUSE = 1_000_000;

  private final Waits waits = new Waits();
  private final List<CompletableFuture<Void>> sessions = new ArrayList<>();
  private volatile boolean ended;

  Traffic(DataSource database, LiveTable table) {
    sessions.add(CompletableFuture.runAsync(() -> run(database, table.reads()), thread("reads")));
    sessions.add(CompletableFuture.runAsync(() -> run(database, table.writes()), thread("writes")));
  }

  private static Executor thread(String name) {
    return work -> new Thread(work, name).start();
  }

  private void run(DataSource database, List<String> statements) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET application_name = '" + NAME + "'");
      for (int next = 0; !ended; next = (next + 1) % statements.size()) {
        int id = ThreadLocalRandom.current().nextInt(1, 1_000_000);
        String sql = statements.get(next).replace(":id", Integer.toString(id));
        long start = System.nanoTime();
        statement.execute(sql);
        waits.add(System.nanoTime() - start);
        LockSupport.parkNanos(PAUSE);
      }
    } catch (SQLException ex) {
      throw new IllegalStateException("The traffic met an error", ex);
    }
  }

  /** What its statements took so far is forgotten. */
  void startCounting() {
    waits.clear();
  }

  Waits waits() {
    return waits;
  }

  /** Ends behind the statements that are under way, which count. */
  @Override
  public void close() {
    ended = true;
    sessions.forEach(CompletableFuture::join);
  }
}
