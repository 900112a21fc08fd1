package dev.migrations.engine;

import dev.migrations.error.OneLine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The name of the machine, for the history. */
final class Host {

  private Host() {}

  /**
   * What the environment says, which costs no look-up; else the local host's name, if it has one.
   */
  static @Nullable String name() {
    String fromEnvironment = System.getenv("HOSTNAME");
    if (fromEnvironment == null || fromEnvironment.isBlank()) {
      fromEnvironment = System.getenv("COMPUTERNAME");
    }
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return OneLine.of(fromEnvironment);
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException ex) {
      return null;
    }
  }
}
