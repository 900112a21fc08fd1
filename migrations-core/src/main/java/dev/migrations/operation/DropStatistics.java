package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops a statistics object. Takes {@code SHARE UPDATE EXCLUSIVE} on its table for a moment, which
 * lets reads and writes pass.
 *
 * @param statistics the statistics object
 * @param ifExists whether it is no error when there is none
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropstatistics.html">PostgreSQL: DROP
 *     STATISTICS</a>
 * @since 0.1.0
 */
public record DropStatistics(
    QualifiedName statistics, boolean ifExists, @Nullable CreateStatistics definition)
    implements Operation {

  /** Starts the dropping of a statistics object. */
  public static Builder builder(QualifiedName statistics) {
    return new Builder(statistics);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName statistics;
    private boolean ifExists;
    private @Nullable CreateStatistics definition;

    private Builder(QualifiedName statistics) {
      this.statistics = statistics;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /**
     * What the statistics were, so that dropping them can be undone; see {@link
     * CreateStatistics#statistics(String, String, String...)}.
     */
    public Builder definition(CreateStatistics.Builder former) {
      this.definition = former.build();
      return this;
    }

    @Override
    public DropStatistics build() {
      return new DropStatistics(statistics, ifExists, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("DROP STATISTICS " + (ifExists ? "IF EXISTS " : "") + statistics.sql());
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the statistics were is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop statistics " + statistics;
  }
}
