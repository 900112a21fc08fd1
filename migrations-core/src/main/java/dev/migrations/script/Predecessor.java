package dev.migrations.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far another tool has brought a database. A base that stands for it says so in its header:
 * {@code adopts: flyway 12}.
 *
 * @param tool the tool
 * @param position where it stands: the version of Flyway, the revisions of Alembic, what Liquibase
 *     has run; empty for {@link PredecessorTool#UNVERSIONED}
 * @param table the table in which the tool notes it, with its schema if need be; {@code null} for
 *     the one that it takes unless told otherwise
 * @since 0.1.0
 */
public record Predecessor(PredecessorTool tool, String position, @Nullable String table) {

  /** A schema that no tool has kept. */
  public static final Predecessor UNVERSIONED =
      new Predecessor(PredecessorTool.UNVERSIONED, "", null);

  private static final String IN = " in ";

  /**
   * Checks that a position belongs to a tool, and only to a tool, and fits on a line. A version of
   * Flyway loses the zeros that mean nothing to it: {@code 1.0} is {@code 1}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public Predecessor {
    position = tool == PredecessorTool.FLYWAY ? version(position.strip()) : position.strip();
    if ((tool == PredecessorTool.UNVERSIONED) != position.isEmpty()) {
      throw new IllegalArgumentException(
          position.isEmpty()
              ? "the position of " + tool.displayName() + " is missing"
              : "'" + tool.code() + "' has no position");
    }
    if (position.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the position of " + tool.displayName() + " has a control character");
    }
  }

  /**
   * Reads {@code flyway 12}, {@code alembic 1975ea83b712, ae1027a6acf}, {@code unversioned}, or
   * with a table of another name {@code flyway 12 in schema_version}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Predecessor parse(String text) {
    String[] words = text.strip().split("\\s+", 2);
    PredecessorTool tool =
        Arrays.stream(PredecessorTool.values())
            .filter(each -> each.code().equals(words[0].toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("'" + words[0] + "' is none of " + codes()));
    String rest = words.length == 1 ? "" : words[1];
    int in = rest.indexOf(IN);
    return in < 0
        ? new Predecessor(tool, rest, null)
        : new Predecessor(tool, rest.substring(0, in), rest.substring(in + IN.length()).strip());
  }

  /** Whether the other stands for the same position of the same tool, in whatever table. */
  public boolean isAtSamePositionAs(Predecessor other) {
    return tool == other.tool && position.equals(other.position);
  }

  /** As in a message: {@code flyway 12}, or {@code a schema that no tool has kept}. */
  public String inWords() {
    return tool == PredecessorTool.UNVERSIONED ? "a schema that no tool has kept" : toString();
  }

  private static String codes() {
    return Arrays.stream(PredecessorTool.values())
        .map(PredecessorTool::code)
        .collect(Collectors.joining(", "));
  }

  /** Flyway compares numbers, part by part, a missing one being zero. */
  private static String version(String text) {
    List<String> parts =
        Arrays.stream(text.split("\\.", -1))
            .map(part -> part.replaceFirst("^0+(?=\\d)", ""))
            .toList();
    int length = parts.size();
    while (length > 1 && parts.get(length - 1).equals("0")) {
      length--;
    }
    return String.join(".", parts.subList(0, length));
  }

  /** As it stands in a header. */
  @Override
  public String toString() {
    return (tool.code() + " " + position).strip() + (table == null ? "" : IN + table);
  }
}
