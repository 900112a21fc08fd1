package dev.migrations.spring.boot.cli;

import java.util.Map;
import org.springframework.boot.json.JsonWriter;
import picocli.CommandLine.Option;

/** The option {@code --format}. */
final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or json; text unless given.")
  OutputFormat format = OutputFormat.text;

  boolean isJson() {
    return format == OutputFormat.json;
  }

  static void print(Terminal terminal, Map<String, ?> object) {
    terminal.out().println(JsonWriter.<Map<String, ?>>standard().writeToString(object));
  }
}
