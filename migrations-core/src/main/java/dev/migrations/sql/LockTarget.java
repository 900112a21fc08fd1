package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * What a statement locks, as far as its text tells.
 *
 * @since 0.1.0
 */
public sealed interface LockTarget {

  /** What it is, in a few words. */
  String description();

  /**
   * A table, view or materialized view that the statement names. Where a name may stand for an
   * index or a sequence too, as in {@code ALTER TABLE … RENAME}, only the catalog knows.
   *
   * @param relation its name
   */
  record Named(RelationName relation) implements LockTarget {
    @Override
    public String description() {
      return relation.sql();
    }
  }

  /**
   * Tables that only the catalog can name.
   *
   * @param link how to find them
   * @param from what the statement names
   * @param detail the constraint or column that it names, where the link goes through one
   */
  record Linked(LockLink link, RelationName from, @Nullable String detail) implements LockTarget {
    @Override
    public String description() {
      return link.description(from.sql(), detail == null ? "" : SqlNames.quote(detail));
    }
  }

  /**
   * Tables that the statement means without naming one.
   *
   * @param description which they are
   */
  record Group(String description) implements LockTarget {}
}
