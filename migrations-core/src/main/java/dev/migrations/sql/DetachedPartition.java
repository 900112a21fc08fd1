package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * What an {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY} names.
 *
 * @param parent the partitioned table
 * @param partition its partition
 * @since 0.1.0
 */
public record DetachedPartition(RelationName parent, RelationName partition) {

  static @Nullable DetachedPartition of(SqlCursor at) {
    if (!at.skip("alter", "table")) {
      return null;
    }
    at.skip("if", "exists");
    at.skip("only");
    RelationName parent = at.relation();
    if (at.atOperator("*")) {
      at.advance();
    }
    if (parent == null || !at.skip("detach", "partition")) {
      return null;
    }
    RelationName partition = at.relation();
    return partition == null || !at.skip("concurrently")
        ? null
        : new DetachedPartition(parent, partition);
  }
}
