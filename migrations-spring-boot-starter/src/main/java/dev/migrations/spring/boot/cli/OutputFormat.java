package dev.migrations.spring.boot.cli;

/** How a command that reads answers. */
enum OutputFormat {
  /** Lines for people. */
  text,
  /** One JSON object on one line, for programs. */
  json
}
