package dev.migrations.example.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one copy of the example at a time look after the server of a directory: a lock on a file for
 * the processes of this machine, a lock in memory for the threads of this one.
 */
final class DirectoryLock {

  private static final ReentrantLock THREADS = new ReentrantLock();

  private DirectoryLock() {}

  /** What is done meanwhile. */
  interface Work<T> {
    T run() throws IOException, SQLException;
  }

  /** Waits for the lock, does the work and gives the lock back. */
  static <T> T holding(Path directory, Work<T> work) throws IOException, SQLException {
    Files.createDirectories(directory);
    THREADS.lock();
    try (FileChannel file =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Closing the channel gives it back.
      file.lock();
      return work.run();
    } finally {
      THREADS.unlock();
    }
  }
}
