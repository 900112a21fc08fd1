package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import org.jspecify.annotations.Nullable;

/**
 * Sets how much a statistics object keeps the next time that its table is analyzed. Locks no table.
 *
 * @param statistics the statistics object
 * @param target 0 to 10000, or -1 for the one of its columns
 * @param former the target before, or {@code null} when it is not known
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterstatistics.html">PostgreSQL: ALTER
 *     STATISTICS</a>
 * @since 0.1.0
 */
public record AlterStatistics(QualifiedName statistics, int target, @Nullable Integer former)
    implements Operation {

  /**
   * Checks the target.
   *
   * @throws MigrationsException when it is not from -1 to 10000
   */
  public AlterStatistics {
    if (target < -1 || target > 10_000) {
      throw new MigrationsException(
          "Statistics '" + statistics + "' cannot have the target " + target + ".",
          "Give a target from 0 to 10000, or -1 for the one of the columns.");
    }
  }

  /** Starts the change. */
  public static Builder builder(QualifiedName statistics, int target) {
    return new Builder(statistics, target);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName statistics;
    private final int target;
    private @Nullable Integer former;

    private Builder(QualifiedName statistics, int target) {
      this.statistics = statistics;
      this.target = target;
    }

    /** The target before; -1 unless it was ever set. */
    public Builder from(int formerTarget) {
      this.former = formerTarget;
      return this;
    }

    @Override
    public AlterStatistics build() {
      return new AlterStatistics(statistics, target, former);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER STATISTICS " + statistics.sql() + " SET STATISTICS " + target);
  }

  @Override
  public Reversal reversal() {
    return former == null
        ? Reversal.impossible("the target before is not known; give it with from(…)")
        : Reversal.by(new AlterStatistics(statistics, former, target));
  }

  @Override
  public String summary() {
    return "set target of statistics " + statistics + " to " + target;
  }
}
