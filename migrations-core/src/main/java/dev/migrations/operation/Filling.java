package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.operation.BatchedChange.Kind;
import dev.migrations.operation.BatchedChange.Value;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How a new column of the rows that are there is filled, in batches.
 *
 * @param key the columns that the batches follow; none for the primary key
 * @param pace how fast
 * @since 0.1.0
 */
public record Filling(List<String> key, BatchPace pace) {

  private static final String PRIMARY =
      PgCatalog.sql(
          """

          BEGIN
            IF NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                WHERE i.indrelid = %1$s::regclass AND i.indisprimary) THEN
              RAISE EXCEPTION 'table %% has no primary key along which its rows could be filled', %1$s
                USING HINT := 'Name the columns of a unique index in batches(fill -> fill.key(…)).';
            END IF;
          END
          """);

  private static final String UNIQUE =
      PgCatalog.sql(
          """

          BEGIN
            IF NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                WHERE i.indrelid = %1$s::regclass AND i.indisunique AND i.indisvalid
                  AND i.indpred IS NULL AND ARRAY[%2$s] = ARRAY(SELECT a.attname::text
                    FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (number, place)
                      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
                    WHERE k.place <= i.indnkeyatts ORDER BY k.place)) THEN
              RAISE EXCEPTION 'table %% has no unique index on the columns %%', %1$s, ARRAY[%2$s]
                USING HINT := 'Name the columns of one that it has in batches(fill -> fill.key(…)).';
            END IF;
          END
          """);

  /** Along the primary key, a thousand rows at first, adapted to 200 ms a batch. */
  public static final Filling DEFAULT = of(options -> {});

  public Filling {
    key = List.copyOf(key);
  }

  /**
   * Reads the options.
   *
   * @param options calls {@code key}, {@code batchSize}, {@code targetTime}, {@code pause}, {@code
   *     maxReplicaLag} or {@code maxTransactionAge}
   * @throws MigrationsException when it calls anything else
   */
  static Filling of(Consumer<Backfill.Builder> options) {
    Backfill.Builder builder = Backfill.of("t");
    options.accept(builder);
    // Set afterwards, so that a value of theirs is one too many.
    Backfill backfill = builder.set(" ", "NULL").build();
    BatchedChange change = backfill.change();
    if (change.kind() != Kind.UPDATE
        || change.values().size() != 1
        || change.where() != null
        || backfill.reverse() != null) {
      throw new MigrationsException(
          "The batches that fill a column say what is changed, which the operation knows.",
          "Leave it at key, batchSize, targetTime, pause, maxReplicaLag and maxTransactionAge.");
    }
    return new Filling(change.key(), backfill.pace());
  }

  /** The statement that fails when there is no such key, before anything is done. */
  String guard(QualifiedName table) {
    String text =
        key.isEmpty()
            ? PRIMARY.formatted(SqlLiterals.literal(table.sql()))
            : UNIQUE.formatted(
                SqlLiterals.literal(table.sql()),
                key.stream().map(SqlLiterals::literal).collect(Collectors.joining(", ")));
    return "DO " + DollarQuote.quote(text);
  }

  /** Sets a column of the rows in which it is null, whoever filled the others. */
  void fill(QualifiedName table, String column, String expression, UnitWriter units) {
    String isNull = SqlNames.quote(column) + " IS NULL";
    units.batches(
        new BatchedChange(
            table, Kind.UPDATE, null, List.of(new Value(column, expression)), isNull, false, key),
        pace);
    units.undoneByNothing();
  }
}
