package dev.migrations.benchmarks.peers;

import java.io.IOException;
import java.time.Duration;

/** A way to the server. */
interface Network extends AutoCloseable {

  /** The URL of a database on this way. */
  String url(String database);

  /** What was counted during the work, if something is counted. */
  default Sample counting(Run run) throws IOException {
    return run.run();
  }

  @Override
  default void close() throws IOException {}

  interface Run {
    Sample run() throws IOException;
  }

  /**
   * @param delayMillis how much longer a round trip takes; 0 for the way without a detour
   */
  static Network to(Server server, int delayMillis) throws IOException {
    return delayMillis == 0 ? server::url : new SlowNetwork(server, Duration.ofMillis(delayMillis));
  }
}
