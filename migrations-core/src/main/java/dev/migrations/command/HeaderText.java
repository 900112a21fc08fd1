package dev.migrations.command;

import dev.migrations.graph.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the place of a revision in the graph as its file says it. */
final class HeaderText {

  private static final int MAX_LINE = 100;

  private HeaderText() {}

  /** The comment lines at the top of an SQL file. */
  static String sql(RevisionNode node, String message) {
    List<String> lines = new ArrayList<>();
    lines.add("-- revision: " + node.id());
    sql(lines, "down-revision", node.downRevisions());
    sql(lines, "depends-on", node.dependsOn());
    sql(lines, "branch-labels", node.branchLabels());
    sql(lines, "replaces", node.replaces());
    lines.add("-- message: " + message);
    return String.join("\n", lines);
  }

  private static void sql(List<String> lines, String key, List<String> values) {
    if (!values.isEmpty()) {
      lines.add("-- " + key + ": " + String.join(", ", values));
    }
  }

  /** The annotation of a class, in one line where it fits. */
  static String java(RevisionNode node, String message) {
    List<String> attributes = new ArrayList<>();
    attributes.add("id = " + literal(node.id()));
    java(attributes, "down", node.downRevisions());
    java(attributes, "dependsOn", node.dependsOn());
    java(attributes, "branchLabels", node.branchLabels());
    java(attributes, "replaces", node.replaces());
    attributes.add("message = " + literal(message));
    String line = "@Revision(" + String.join(", ", attributes) + ")";
    return line.length() <= MAX_LINE
        ? line
        : "@Revision(\n    " + String.join(",\n    ", attributes) + ")";
  }

  private static void java(List<String> attributes, String name, List<String> values) {
    if (!values.isEmpty()) {
      String list = values.stream().map(HeaderText::literal).collect(Collectors.joining(", "));
      attributes.add(name + " = " + (values.size() == 1 ? list : "{" + list + "}"));
    }
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A message that may stand in a Javadoc comment. */
  static String javadoc(String message) {
    return message
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\\", "&#92;")
        .replace("{@", "&#123;@")
        .replace("*/", "*&#47;");
  }
}
