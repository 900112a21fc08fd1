package dev.migrations.sql;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Arrays and collections in PostgreSQL's text form, such as {@code {1,NULL,"a b"}}.
 *
 * <p>See <a href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-INPUT">PostgreSQL,
 * section 8.15.2, Array Value Input</a>.
 */
final class ArrayText {

  private ArrayText() {}

  static String of(Object arrayOrCollection) {
    StringJoiner elements = new StringJoiner(",", "{", "}");
    if (arrayOrCollection instanceof Set<?> set && !isOrdered(set)) {
      // Set.of changes its order with each start of the JVM, and so would a checksum.
      set.stream().map(ArrayText::element).sorted().forEach(elements::add);
    } else if (arrayOrCollection instanceof Collection<?> collection) {
      collection.forEach(element -> elements.add(element(element)));
    } else {
      for (int at = 0; at < Array.getLength(arrayOrCollection); at++) {
        elements.add(element(Array.get(arrayOrCollection, at)));
      }
    }
    return elements.toString();
  }

  private static boolean isOrdered(Set<?> set) {
    return set instanceof SortedSet<?> || set instanceof LinkedHashSet<?>;
  }

  private static String element(@Nullable Object element) {
    if (element == null) {
      return "NULL";
    }
    String text = ValueText.of(element);
    return SqlLiterals.isArray(element)
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
