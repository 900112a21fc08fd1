package dev.migrations.example.postgres;

/** Between two looks at a server that starts or stops. */
final class Pause {

  private Pause() {}

  static void briefly() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for PostgreSQL", ex);
    }
  }
}
