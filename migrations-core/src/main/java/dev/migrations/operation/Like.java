package dev.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of another table, copied once; what else is copied is said by {@link #including}.
 *
 * @param source the other table
 * @param options what is copied and what is not, in the order in which it was said
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE, LIKE</a>
 * @since 0.1.0
 */
public record Like(QualifiedName source, List<Option> options) implements TableElement {

  /** What a table has besides its columns. */
  public enum Property {
    COMMENTS,
    COMPRESSION,
    CONSTRAINTS,
    DEFAULTS,
    GENERATED,
    IDENTITY,
    INDEXES,
    STATISTICS,
    STORAGE,
    ALL
  }

  /**
   * One property, copied or not.
   *
   * @param including whether it is copied
   * @param property the property
   */
  public record Option(boolean including, Property property) {
    String sql() {
      return (including ? " INCLUDING " : " EXCLUDING ") + property;
    }
  }

  public Like {
    options = List.copyOf(options);
  }

  /**
   * The columns of a table.
   *
   * @param table the table, see {@link QualifiedName#parse}
   */
  public static Like like(String table) {
    return new Like(QualifiedName.parse(table), List.of());
  }

  /** These are copied too. */
  public Like including(Property... properties) {
    return with(true, properties);
  }

  /** These are not copied, after {@code including(ALL)}. */
  public Like excluding(Property... properties) {
    return with(false, properties);
  }

  private Like with(boolean including, Property... properties) {
    List<Option> more = new ArrayList<>(options);
    for (Property property : properties) {
      more.add(new Option(including, property));
    }
    return new Like(source, more);
  }

  String sql() {
    return "LIKE " + source.sql() + options.stream().map(Option::sql).collect(Collectors.joining());
  }
}
