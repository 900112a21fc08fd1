package dev.migrations.example.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one copy of the example at a time look after the server of a directory: a lock on a file for
 * the processes of this machine, a lock in memory for the threads of this one.
 */
final class DirectoryLock implements AutoCloseable {

  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel file;

  private DirectoryLock(FileChannel file) {
    this.file = file;
  }

  /** Waits for the lock. */
  static DirectoryLock on(Path directory) throws IOException {
    THREADS.lock();
    try {
      Files.createDirectories(directory);
      FileChannel file =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      file.lock();
      return new DirectoryLock(file);
    } catch (IOException | RuntimeException ex) {
      THREADS.unlock();
      throw ex;
    }
  }

  /** Gives it back; the lock on the file goes with the channel. */
  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      THREADS.unlock();
    }
  }
}
