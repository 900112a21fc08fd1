package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.error.OneLine;
import dev.migrations.operation.BatchedChange.Kind;
import dev.migrations.operation.BatchedChange.Value;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlTextException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rows of a table in batches along a key, each batch a transaction, so that no row lock
 * is held for longer than a batch, and what one long statement would keep dead until its end can be
 * vacuumed meanwhile. Each batch is committed together with the key that it reached; after a crash
 * or a failure the next run goes on right behind the last batch that was committed.
 *
 * <p>A batch is the next rows of the table by the key; those of them that {@code where} leaves out
 * are passed over, so that a batch is short also where few rows match. It locks the rows that it
 * changes until it commits ({@code ROW EXCLUSIVE} on the table, which stops neither reads nor other
 * writes). A batch that waits longer than {@code migrations.lock-timeout} for a row gives way and
 * is tried again.
 *
 * <p>Every row that is there when it starts, and stays under its key, is visited exactly once. A
 * row that is inserted meanwhile is visited when its key lies ahead, and not when its key was
 * passed: those rows are the application's, which must write the new form before the backfill
 * starts. A row that is changed after it was visited is not visited again.
 *
 * <p>On a table that the same revision created it is one plain statement.
 *
 * @param change what happens to the rows
 * @param pace how fast
 * @param reverse what undoes it; {@code null} when that is not known
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS">
 *     PostgreSQL: Row-Level Locks</a>
 * @since 0.1.0
 */
public record Backfill(BatchedChange change, BatchPace pace, @Nullable List<Operation> reverse)
    implements Operation {

  /**
   * Checks the change.
   *
   * @throws MigrationsException when it sets nothing, sets a column of its key, inserts into the
   *     table that it reads, or its SQL is more than one statement
   */
  public Backfill {
    reverse = reverse == null ? null : List.copyOf(reverse);
    if (change.kind() != Kind.DELETE && change.values().isEmpty()) {
      throw new MigrationsException(
          "The backfill of " + change.table() + " sets no column.",
          "Call set(column, expression), or delete().");
    }
    if (change.kind() == Kind.DELETE && !change.values().isEmpty()) {
      throw new MigrationsException(
          "The backfill of " + change.table() + " sets columns of rows that it deletes.",
          "Leave out either set or delete.");
    }
    if (change.kind() == Kind.INSERT && change.table().equals(change.target())) {
      throw new MigrationsException(
          "The backfill of " + change.table() + " inserts into the table that it reads.",
          "Insert into another table.");
    }
    if (change.onConflictDoNothing() && change.kind() != Kind.INSERT) {
      throw new MigrationsException(
          "The backfill of " + change.table() + " inserts nothing that could conflict.",
          "Leave out onConflictDoNothing().");
    }
    refuseSeveralStatements(change);
  }

  private static void refuseSeveralStatements(BatchedChange change) {
    int statements;
    try {
      statements = SqlSplitter.split(change.statement()).size();
    } catch (SqlTextException unreadable) {
      throw new MigrationsException(
          OneLine.of(
              "The SQL of the backfill of %s cannot be read: %s."
                  .formatted(change.table(), unreadable.problem())),
          unreadable.action(),
          unreadable);
    }
    if (statements != 1) {
      throw new MigrationsException(
          "The SQL of the backfill of " + change.table() + " is more than one statement.",
          "Write expressions, without a semicolon.");
    }
  }

  /** Starts a backfill of a table, named as {@link QualifiedName#parse} reads it. */
  public static Builder of(String table) {
    return builder(QualifiedName.parse(table));
  }

  /** Starts a backfill. */
  public static Builder builder(QualifiedName table) {
    return new Builder(table);
  }

  /** An update unless {@link #delete} or {@link #insertInto} is called. */
  public static final class Builder implements OperationBuilder {

    private static final int DEFAULT_ROWS = 1_000;
    private static final Duration DEFAULT_TIME = Duration.ofMillis(200);

    private final QualifiedName table;
    private final List<Value> values = new ArrayList<>();
    private Kind kind = Kind.UPDATE;
    private @Nullable QualifiedName target;
    private @Nullable String where;
    private boolean onConflictDoNothing;
    private List<String> key = List.of();
    private @Nullable Integer rows;
    private @Nullable Duration targetTime;
    private Duration pause = Duration.ZERO;
    private @Nullable Duration maxReplicaLag;
    private @Nullable Duration maxTransactionAge;
    private @Nullable List<Operation> reverse;

    private Builder(QualifiedName table) {
      this.table = table;
    }

    /**
     * Sets a column.
     *
     * @param column the column, of the table or of the one that is inserted into
     * @param expression its value, as SQL over the columns of the table: {@code "upper(name)"}
     */
    public Builder set(String column, String expression) {
      values.add(new Value(column, expression));
      return this;
    }

    /** Only the rows for which this is true, as SQL: {@code "status IS NULL"}. */
    public Builder where(String condition) {
      this.where = condition;
      return this;
    }

    /** Deletes the rows. */
    public Builder delete() {
      this.kind = Kind.DELETE;
      return this;
    }

    /** Inserts a row into another table for each row; {@link #set} says what its columns are. */
    public Builder insertInto(String otherTable) {
      this.kind = Kind.INSERT;
      this.target = QualifiedName.parse(otherTable);
      return this;
    }

    /** A row that is in the other table already is left as it is. */
    public Builder onConflictDoNothing() {
      this.onConflictDoNothing = true;
      return this;
    }

    /**
     * The columns that the batches follow, in the order of a unique index on them, none of them
     * nullable; the primary key unless this is called.
     */
    public Builder key(String... columns) {
      this.key = List.of(columns);
      return this;
    }

    /**
     * Rows a batch, between 1 and {@link BatchPace#MOST_ROWS}. With {@link #targetTime} it is where
     * the first batch starts. Without either call it is 1,000, adapted to 200 ms.
     */
    public Builder batchSize(int number) {
      this.rows = number;
      return this;
    }

    /** Adapts the rows of a batch so that it takes about this long. */
    public Builder targetTime(Duration time) {
      this.targetTime = time;
      return this;
    }

    /** Waits between two batches. */
    public Builder pause(Duration time) {
      this.pause = time;
      return this;
    }

    /**
     * Waits before the next batch while a streaming replica is further behind, by {@code
     * replay_lag} of {@code pg_stat_replication}. It waits as long as it takes. Whose lag it is may
     * be seen by members of {@code pg_read_all_stats} only; the run warns when it is hidden.
     */
    public Builder maxReplicaLag(Duration lag) {
      this.maxReplicaLag = lag;
      return this;
    }

    /**
     * Waits before the next batch while another transaction in the database has been open for
     * longer: it keeps the old versions of all changed rows from being vacuumed. It waits as long
     * as it takes.
     */
    public Builder maxTransactionAge(Duration age) {
      this.maxTransactionAge = age;
      return this;
    }

    /** What undoes it, often another backfill: {@code Backfill.of("orders").set(…)}. */
    public Builder reversedBy(OperationBuilder undo) {
      this.reverse = List.of(undo.build());
      return this;
    }

    /** Nothing has to be undone, as for a column that the downgrade drops. */
    public Builder reversedByNothing() {
      this.reverse = List.of();
      return this;
    }

    @Override
    public Backfill build() {
      for (Value value : values) {
        if (kind == Kind.UPDATE && key.contains(value.column())) {
          throw new MigrationsException(
              "The backfill of %s sets %s, a column of the key that it follows."
                  .formatted(table, value.column()),
              "Follow another key: a row whose key moves ahead would be changed twice.");
        }
      }
      return new Backfill(
          new BatchedChange(table, kind, target, values, where, onConflictDoNothing, key),
          new BatchPace(
              rows == null ? DEFAULT_ROWS : rows,
              targetTime == null && rows == null ? DEFAULT_TIME : targetTime,
              pause,
              maxReplicaLag,
              maxTransactionAge),
          reverse);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (units.isNew(change.table())) {
      units.sql(change.statement());
    } else {
      units.batches(change, pace);
      if (reverse != null && reverse.isEmpty()) {
        units.undoneByNothing();
      }
    }
  }

  @Override
  public Reversal reversal() {
    return reverse == null
        ? Reversal.impossible(
            "what the rows were before is not kept; say what undoes it with reversedBy(…), or"
                + " reversedByNothing()")
        : new Reversal.By(reverse);
  }

  @Override
  public String summary() {
    return change.summary();
  }
}
