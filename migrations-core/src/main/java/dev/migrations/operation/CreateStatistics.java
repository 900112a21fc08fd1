package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Creates a statistics object: what the planner is to know of several columns together, or of an
 * expression. Takes {@code SHARE UPDATE EXCLUSIVE} on the table for a moment, which lets reads and
 * writes pass. It is empty until the table is analyzed.
 *
 * @param statistics the statistics object
 * @param table the table
 * @param kinds what is gathered; all kinds where there is none
 * @param keys two columns or expressions or more, or one expression
 * @param ifNotExists whether an object of that name is left as it is
 * @see <a href="https://www.postgresql.org/docs/current/sql-createstatistics.html">PostgreSQL:
 *     CREATE STATISTICS</a>
 * @since 0.1.0
 */
public record CreateStatistics(
    QualifiedName statistics,
    QualifiedName table,
    List<Kind> kinds,
    List<IndexKey> keys,
    boolean ifNotExists)
    implements Operation {

  /** What is gathered of columns that hang together. */
  public enum Kind {
    /** How many distinct values they have together. */
    NDISTINCT,
    /** How far one decides the other. */
    DEPENDENCIES,
    /** Their most common values together. */
    MCV
  }

  /**
   * Checks the keys.
   *
   * @throws MigrationsException when there is none, or one has an order or a collation
   */
  public CreateStatistics {
    kinds = List.copyOf(kinds);
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new MigrationsException(
          "Statistics '" + statistics + "' on " + table + " are about nothing.",
          "Name two columns, or an expression.");
    }
    if (keys.stream().anyMatch(key -> !key.definition().equals(key.sql()))) {
      throw new MigrationsException(
          "Statistics '"
              + statistics
              + "' on "
              + table
              + " have a key with an order or a collation.",
          "Give columns and expressions only: key(\"a\"), expression(\"lower(b)\").");
    }
  }

  /** Starts a statistics object. */
  public static Builder builder(
      QualifiedName statistics, QualifiedName table, List<IndexKey> keys) {
    return new Builder(statistics, table, keys);
  }

  /** Statistics on columns, for {@link DropStatistics.Builder#definition}. */
  public static Builder statistics(String statistics, String table, String... columns) {
    return new Builder(
        QualifiedName.parse(statistics), QualifiedName.parse(table), IndexKey.keys(columns));
  }

  /** Statistics on columns and expressions, for {@link DropStatistics.Builder#definition}. */
  public static Builder statistics(String statistics, String table, IndexKey... keys) {
    return new Builder(QualifiedName.parse(statistics), QualifiedName.parse(table), List.of(keys));
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName statistics;
    private final QualifiedName table;
    private final List<IndexKey> keys;
    private List<Kind> kinds = List.of();
    private boolean ifNotExists;

    private Builder(QualifiedName statistics, QualifiedName table, List<IndexKey> keys) {
      this.statistics = statistics;
      this.table = table;
      this.keys = keys;
    }

    /** What is gathered; all kinds unless told otherwise. Not for a single expression. */
    public Builder kinds(Kind... some) {
      this.kinds = List.of(some);
      return this;
    }

    /** An object of that name is left as it is. */
    public Builder ifNotExists() {
      this.ifNotExists = true;
      return this;
    }

    @Override
    public CreateStatistics build() {
      return new CreateStatistics(statistics, table, kinds, keys, ifNotExists);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String gathered =
        kinds.isEmpty()
            ? ""
            : kinds.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", " (", ")"));
    units.sql(
        "CREATE STATISTICS "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + statistics.sql()
            + gathered
            + " ON "
            + keys.stream().map(IndexKey::definition).collect(Collectors.joining(", "))
            + " FROM "
            + table.sql());
  }

  @Override
  public Reversal reversal() {
    return ifNotExists
        ? Reversal.impossible("the statistics object may have been there before")
        : Reversal.by(new DropStatistics(statistics, false, this));
  }

  @Override
  public String summary() {
    return "create statistics " + statistics + " on " + table;
  }
}
