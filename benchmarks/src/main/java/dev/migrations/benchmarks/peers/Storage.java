package dev.migrations.benchmarks.peers;

import java.util.Map;

/** Where a server keeps its data. */
enum Storage {
  /** On the disk, with the settings that it comes with. */
  DISK(Map.of()),
  /** In memory, so that the disk of the machine has no part in the figures. */
  MEMORY(Map.of("fsync", "off", "max_wal_size", "4GB", "shared_buffers", "512MB"));

  private final Map<String, String> settings;

  Storage(Map<String, String> settings) {
    this.settings = settings;
  }

  /** What the server is told, by name. */
  Map<String, String> settings() {
    return settings;
  }

  /** The settings in words. */
  String inWords() {
    return settings.isEmpty()
        ? "as it comes"
        : String.join(", ", settings.entrySet().stream().map(Object::toString).sorted().toList());
  }
}
