package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * What a statement that builds, rebuilds or drops an index concurrently names. Names are as the
 * server keeps them: unquoted, folded and cut to 63 bytes.
 *
 * @since 0.1.0
 */
public sealed interface ConcurrentIndex {

  /**
   * {@code CREATE INDEX CONCURRENTLY}.
   *
   * @param index the index's name, or {@code null} when the server is to choose one
   * @param schema the table's schema, which is the index's too, or {@code null} when not written
   * @param table the table
   * @param unique whether it is unique
   * @param definition what follows the table's name, as written
   */
  record Build(
      @Nullable String index,
      @Nullable String schema,
      String table,
      boolean unique,
      String definition)
      implements ConcurrentIndex {}

  /**
   * {@code DROP INDEX CONCURRENTLY}.
   *
   * @param schema the index's schema, or {@code null} when not written
   * @param index the index's name
   */
  record Drop(@Nullable String schema, String index) implements ConcurrentIndex {}

  /**
   * {@code REINDEX INDEX CONCURRENTLY} or {@code REINDEX TABLE CONCURRENTLY}.
   *
   * @param schema the schema, or {@code null} when not written
   * @param name the index, or the table whose indexes are all built anew
   */
  record Rebuild(@Nullable String schema, String name) implements ConcurrentIndex {}
}
