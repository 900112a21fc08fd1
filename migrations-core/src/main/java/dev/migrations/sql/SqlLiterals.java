package dev.migrations.sql;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Writes Java values as PostgreSQL literals, right under either setting of {@code
 * standard_conforming_strings}.
 *
 * <p>Text, enums, and arrays carry no type, so that they take the one of the column they go to;
 * dates, times, UUIDs and bytes are cast to theirs.
 *
 * @since 0.1.0
 */
public final class SqlLiterals {

  private SqlLiterals() {}

  /**
   * The value as a literal.
   *
   * @param value {@code null}, text, a character, a boolean, a number of {@code java.lang}, {@code
   *     java.math} or {@code java.util.concurrent.atomic}, a UUID, a value of {@code java.time}
   *     with a PostgreSQL counterpart, bytes, an enum constant (its name), or an array or
   *     collection of such values
   * @throws SqlTextException when it is of another type, or holds a NUL or half of a character
   */
  public static String literal(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Number number && NumberText.isFinite(number)) {
      return NumberText.of(number);
    }
    String text = ValueText.of(value);
    String type = ValueType.of(value);
    return type.isEmpty() ? quote(text) : quote(text) + "::" + type;
  }

  /**
   * The text in single quotes.
   *
   * @throws SqlTextException when it holds a NUL or half of a character
   */
  public static String quote(String text) {
    String unstorable = Unstorable.in(text);
    if (unstorable != null) {
      throw new SqlTextException(
          0,
          "a text value holds " + unstorable,
          "Remove the character, which PostgreSQL has no place for, or store bytes.");
    }
    String doubled = text.replace("'", "''");
    return text.indexOf('\\') < 0
        ? '\'' + doubled + '\''
        : "E'" + doubled.replace("\\", "\\\\") + '\'';
  }

  static boolean isArray(Object value) {
    return !(value instanceof byte[])
        && (value.getClass().isArray() || value instanceof Collection<?>);
  }
}
