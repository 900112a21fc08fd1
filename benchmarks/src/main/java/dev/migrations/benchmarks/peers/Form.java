package dev.migrations.benchmarks.peers;

/** How migrations are written. */
enum Form {
  SQL_FILES("SQL files"),
  JAVA_CLASSES("Java classes");

  private final String label;

  Form(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
