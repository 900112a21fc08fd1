package dev.migrations.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a new file, with placeholders such as <code>${id}</code>.
 *
 * @param origin what it is called in messages
 * @param text the text
 */
record Template(String origin, String text) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]*)}");

  private static final String SQL =
      """
      ${header}

      -- upgrade

      -- downgrade
      """;

  private static final String JAVA =
      """
      package ${package};

      import dev.migrations.Migration;
      import dev.migrations.Operations;
      import dev.migrations.Revision;

      ${annotation}
      class ${class} implements Migration {

        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
      }
      """;

  /** The project's own template, or else the built-in one. */
  static Template of(RevisionFormat format, Path directory) {
    Path file =
        directory.resolve("revision." + format.name().toLowerCase(Locale.ROOT) + ".template");
    if (!Files.exists(file)) {
      return new Template("the built-in template", format == RevisionFormat.SQL ? SQL : JAVA);
    }
    try {
      return new Template(file.toString(), Files.readString(file));
    } catch (IOException ex) {
      throw new AuthoringException(
          "The template " + file + " cannot be read: " + ex,
          "Make it a readable text file in UTF-8, or remove it to use the built-in one.",
          ex);
    }
  }

  /**
   * The text with every placeholder replaced.
   *
   * @param values what the placeholders stand for
   * @param required those without which the file would not be the revision that was asked for
   */
  String fill(Map<String, String> values, List<String> required) {
    List<String> used = PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList();
    List<String> unknown =
        used.stream().filter(name -> !values.containsKey(name)).distinct().toList();
    List<String> missing = required.stream().filter(name -> !used.contains(name)).toList();
    if (!unknown.isEmpty() || !missing.isEmpty()) {
      throw new AuthoringException(
          "The template "
              + origin
              + (unknown.isEmpty() ? "" : " has unknown placeholders: " + listed(unknown))
              + (unknown.isEmpty() || missing.isEmpty() ? "" : "; and it")
              + (missing.isEmpty() ? "" : " does not have: " + listed(missing))
              + ".",
          "The placeholders are "
              + listed(List.copyOf(new TreeSet<>(values.keySet())))
              + "; it must have "
              + listed(required)
              + ".");
    }
    return PLACEHOLDER.matcher(text).replaceAll(match -> value(match, values));
  }

  private static String value(MatchResult match, Map<String, String> values) {
    return Matcher.quoteReplacement(String.valueOf(values.get(match.group(1))));
  }

  private static String listed(List<String> names) {
    return String.join(", ", names.stream().map(name -> "${" + name + "}").toList());
  }
}
