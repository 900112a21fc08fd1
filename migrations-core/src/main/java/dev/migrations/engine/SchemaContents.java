package dev.migrations.engine;

/**
 * How much there is in a schema. What belongs to an extension, to another tool's bookkeeping or to
 * this engine's does not count.
 *
 * @param schema the schema
 * @param tables tables, partitioned and foreign ones included
 * @param views views, materialized ones included
 * @param sequences sequences, but for those of identity columns
 * @param functions functions, procedures and aggregates
 * @param types enums, domains, ranges and composite types
 * @param indexes indexes, those of constraints included
 * @since 0.1.0
 */
public record SchemaContents(
    String schema, int tables, int views, int sequences, int functions, int types, int indexes) {

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return tables + views + sequences + functions + types + indexes == 0;
  }
}
