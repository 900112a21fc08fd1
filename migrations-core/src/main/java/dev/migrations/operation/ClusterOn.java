package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Sets the index by which a later {@code CLUSTER} sorts the table. Takes {@code SHARE UPDATE
 * EXCLUSIVE}, which lets reads and writes pass; nothing is sorted now.
 *
 * @param table the table
 * @param index its index, or {@code null} for none
 * @param replaces the index that it was before
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, CLUSTER ON</a>
 * @since 0.1.0
 */
public record ClusterOn(QualifiedName table, @Nullable String index, Former<String> replaces)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, @Nullable String index) {
    return new Builder(table, index);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final @Nullable String index;
    private Former<String> replaces = Former.unknown();

    private Builder(QualifiedName table, @Nullable String index) {
      this.table = table;
      this.index = index;
    }

    /** The index that it was before. */
    public Builder from(String former) {
      this.replaces = Former.of(former);
      return this;
    }

    /** It was none before. */
    public Builder fromNone() {
      this.replaces = Former.none();
      return this;
    }

    @Override
    public ClusterOn build() {
      return new ClusterOn(table, index, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE "
            + table.sql()
            + (index == null ? " SET WITHOUT CLUSTER" : " CLUSTER ON " + SqlNames.quote(index)));
  }

  @Override
  public Reversal reversal() {
    Former<String> now = index == null ? Former.none() : Former.of(index);
    return replaces.known()
        ? Reversal.by(new ClusterOn(table, replaces.value(), now))
        : Reversal.impossible("the index before is not known; give it with from(…) or fromNone()");
  }

  @Override
  public String summary() {
    return index == null ? "cluster " + table + " on nothing" : "cluster " + table + " on " + index;
  }
}
