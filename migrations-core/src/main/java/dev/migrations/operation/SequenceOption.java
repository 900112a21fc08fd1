package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An option of a sequence. The factories are meant for a static import:
 *
 * <pre>{@code
 * op.createSequence("order_number", startWith(1000), incrementBy(10), cache(50));
 * }</pre>
 *
 * @param kind which option it is, such as {@code INCREMENT}
 * @param sql the option as it stands in a statement
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">PostgreSQL: CREATE
 *     SEQUENCE</a>
 * @since 0.1.0
 */
public record SequenceOption(String kind, String sql) {

  /** The type of its values: {@code SMALLINT}, {@code INTEGER} or {@code BIGINT}. */
  public static SequenceOption as(DataType type) {
    return new SequenceOption("AS", "AS " + type.sql());
  }

  /** Its first value, and the one that {@link #restart} goes back to. */
  public static SequenceOption startWith(long value) {
    return new SequenceOption("START", "START WITH " + value);
  }

  /** How far the next value is from the last one; negative for a falling sequence. */
  public static SequenceOption incrementBy(long step) {
    return new SequenceOption("INCREMENT", "INCREMENT BY " + step);
  }

  /** Its least value. */
  public static SequenceOption minValue(long value) {
    return new SequenceOption("MINVALUE", "MINVALUE " + value);
  }

  /** Its least value is PostgreSQL's: 1, or the least of its type when it falls. */
  public static SequenceOption noMinValue() {
    return new SequenceOption("MINVALUE", "NO MINVALUE");
  }

  /** Its greatest value. */
  public static SequenceOption maxValue(long value) {
    return new SequenceOption("MAXVALUE", "MAXVALUE " + value);
  }

  /** Its greatest value is PostgreSQL's: the greatest of its type, or -1 when it falls. */
  public static SequenceOption noMaxValue() {
    return new SequenceOption("MAXVALUE", "NO MAXVALUE");
  }

  /** How many values a session takes at once; those that it does not use are lost. */
  public static SequenceOption cache(long values) {
    return new SequenceOption("CACHE", "CACHE " + values);
  }

  /** Behind its last value it starts again. */
  public static SequenceOption cycle() {
    return new SequenceOption("CYCLE", "CYCLE");
  }

  /** Behind its last value it fails, as it does unless told otherwise. */
  public static SequenceOption noCycle() {
    return new SequenceOption("CYCLE", "NO CYCLE");
  }

  /**
   * It goes when this column goes.
   *
   * @param table the table, in the same schema, see {@link QualifiedName#parse}
   */
  public static SequenceOption ownedBy(String table, String column) {
    return new SequenceOption(
        "OWNED", "OWNED BY " + QualifiedName.parse(table).sql() + "." + SqlNames.quote(column));
  }

  /** It belongs to no column. */
  public static SequenceOption ownedByNone() {
    return new SequenceOption("OWNED", "OWNED BY NONE");
  }

  /** The next value is its first one again; only where a sequence is altered. */
  public static SequenceOption restart() {
    return new SequenceOption("RESTART", "RESTART");
  }

  /** The next value is this one; only where a sequence is altered. */
  public static SequenceOption restartWith(long value) {
    return new SequenceOption("RESTART", "RESTART WITH " + value);
  }

  static List<SequenceOption> distinct(List<SequenceOption> options, QualifiedName sequence) {
    if (options.stream().map(SequenceOption::kind).distinct().count() < options.size()) {
      throw new MigrationsException(
          "Sequence '%s' has an option twice:%s.".formatted(sequence, clauses(options)),
          "Keep one of them.");
    }
    return List.copyOf(options);
  }

  /** The options as they follow a name, each behind a space. */
  static String clauses(List<SequenceOption> options) {
    return options.stream().map(option -> " " + option.sql()).collect(Collectors.joining());
  }
}
