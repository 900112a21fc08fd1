package dev.migrations.sql;

import dev.migrations.error.OneLine;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes names so that PostgreSQL reads exactly them, quoted only where they must be, as {@code
 * quote_ident} does.
 *
 * @since 0.1.0
 */
public final class SqlNames {

  /** How many bytes of a name the server keeps. */
  private static final int LONGEST = 63;

  private SqlNames() {}

  /**
   * The name, in quotes if it needs them.
   *
   * @throws SqlTextException when it is empty, holds a NUL or half of a character, or is longer
   *     than 63 bytes in UTF-8, of which the server would silently keep the first 63
   */
  public static String quote(String name) {
    check(name);
    return isPlain(name) && !KeyWords.needQuotes(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * The name behind its schema, each in quotes if it needs them.
   *
   * @param schema the schema, or {@code null} for the name alone
   * @param name the name
   * @throws SqlTextException as {@link #quote(String)}
   */
  public static String quote(@Nullable String schema, String name) {
    return schema == null ? quote(name) : quote(schema) + '.' + quote(name);
  }

  private static void check(String name) {
    if (name.isEmpty()) {
      throw new SqlTextException(0, "a name is empty", "Give it at least one character.");
    }
    String unstorable = Unstorable.in(name);
    if (unstorable != null) {
      throw new SqlTextException(
          0,
          "the name \"" + OneLine.of(name) + "\" holds " + unstorable,
          "Remove the character, which PostgreSQL has no place for.");
    }
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST) {
      throw new SqlTextException(
          0,
          "the name \""
              + OneLine.of(name)
              + "\" has "
              + bytes
              + " bytes; PostgreSQL keeps "
              + LONGEST,
          "Choose a shorter name; the server would cut this one without an error.");
    }
  }

  private static boolean isPlain(String name) {
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      boolean plain = (c >= 'a' && c <= 'z') || c == '_' || (at > 0 && Characters.isDigit(c));
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
