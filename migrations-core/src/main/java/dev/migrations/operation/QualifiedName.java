package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.error.OneLine;
import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, an index or a type, with or without its schema.
 *
 * @param schema the schema, or {@code null} for the one that the search path finds
 * @param name the name itself, unquoted
 * @since 0.1.0
 */
public record QualifiedName(@Nullable String schema, String name) {

  /**
   * A name with its schema, both taken as they are. One that PostgreSQL has no place for is refused
   * where it is written, in the name of the operation.
   */
  public static QualifiedName of(@Nullable String schema, String name) {
    return new QualifiedName(schema, name);
  }

  /**
   * Reads {@code name} or {@code schema.name}. A part that holds a dot is written in double quotes,
   * as in SQL: {@code app."my.table"}. Everything else is taken as it is, upper case included.
   *
   * @throws MigrationsException when a part is empty or there are more than two
   */
  public static QualifiedName parse(String text) {
    List<String> parts = parts(text);
    if (parts.size() > 2) {
      throw new MigrationsException(
          "'"
              + OneLine.of(text)
              + "' has "
              + parts.size()
              + " parts; a name has at most a schema and itself.",
          "Put a part that holds a dot in double quotes, or use QualifiedName.of(schema, name).");
    }
    if (parts.contains("")) {
      throw new MigrationsException(
          "A name is empty: '" + OneLine.of(text) + "'.",
          "Name the table, index or type, as in \"orders\" or \"app.orders\".");
    }
    return parts.size() == 2
        ? new QualifiedName(parts.get(0), parts.get(1))
        : new QualifiedName(null, parts.get(0));
  }

  /** Another name in the same schema. */
  public QualifiedName sibling(String other) {
    return new QualifiedName(schema, other);
  }

  /**
   * The name as it stands in a statement.
   *
   * @throws dev.migrations.sql.SqlTextException when a part is empty, holds a NUL character, or is
   *     longer than 63 bytes
   */
  public String sql() {
    return SqlNames.quote(schema, name);
  }

  /** The name as one reads it in a message, unquoted. */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (true) {
      int end = endOfPart(text, start);
      parts.add(unquoted(text.substring(start, end)));
      if (end == text.length()) {
        return parts;
      }
      start = end + 1;
    }
  }

  private static int endOfPart(String text, int start) {
    int from = start;
    if (text.startsWith("\"", start)) {
      int closing = closingQuote(text, start);
      from = closing < 0 ? start : closing;
    }
    int dot = text.indexOf('.', from);
    return dot < 0 ? text.length() : dot;
  }

  private static int closingQuote(String text, int opening) {
    for (int at = opening + 1; at < text.length(); at++) {
      if (text.charAt(at) == '"') {
        if (!text.startsWith("\"", at + 1)) {
          return at;
        }
        at++;
      }
    }
    return -1;
  }

  private static String unquoted(String part) {
    boolean quoted = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"");
    return quoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
  }
}
