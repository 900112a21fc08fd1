package dev.migrations.sql;

/**
 * A table, or what else shares its name space, as the server keeps its name.
 *
 * @param schema its schema
 * @param name its name
 * @since 0.1.0
 */
public record TableName(String schema, String name) {

  /** As it stands in SQL. */
  @Override
  public String toString() {
    return SqlNames.quote(schema, name);
  }
}
