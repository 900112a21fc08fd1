package dev.migrations.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script, without the semicolon that ends it.
 *
 * @param text the statement as written, from its first token to its last
 * @param line the line of the script on which its first token stands, from 1; 0 when it comes from
 *     no script
 * @param copyData the rows that stand below it when it is a {@code COPY … FROM STDIN}, else {@code
 *     null}
 * @since 0.1.0
 */
public record SqlStatement(String text, int line, @Nullable CopyData copyData) {

  /** A statement without rows. */
  public SqlStatement(String text, int line) {
    this(text, line, null);
  }

  /**
   * Whether PostgreSQL refuses to run it inside a transaction block, as far as its text tells: what
   * depends on the catalog, such as {@code CLUSTER} of a partitioned table, is not known here.
   */
  public boolean refusesTransaction() {
    return TransactionRefusal.of(new SqlCursor(text));
  }

  /**
   * Whether it is a query, or may be one: {@code SELECT}, {@code VALUES}, {@code WITH} and so on.
   */
  public boolean isQuery() {
    return Query.of(new SqlCursor(text));
  }

  /** Whether it says {@code CONCURRENTLY}, and so locks neither readers nor writers out. */
  public boolean isConcurrent() {
    return new SqlCursor(text).hasAhead("concurrently");
  }

  /**
   * Whether it only says what is to be, as {@code CREATE}, {@code ALTER} and {@code DROP} do: where
   * that is so already, it fails or changes nothing. Anything else may change rows or call code;
   * and {@code ALTER … TYPE … USING} computes the rows that are there.
   */
  public boolean isDefinition() {
    return Definition.of(new SqlCursor(text));
  }

  /**
   * Whether it is a {@code CREATE}, {@code ALTER}, {@code DROP}, {@code COMMENT}, {@code GRANT} or
   * {@code REVOKE} without a query that fills what it creates, as {@code CREATE TABLE … AS} and
   * {@code CREATE MATERIALIZED VIEW} have one. On tables without rows it has little to do.
   */
  public boolean isUnfilledDefinition() {
    return Definition.unfilled(new SqlCursor(text));
  }

  /** The table locks that it takes, as far as its text tells. */
  public StatementLocks locks() {
    return LockReader.read(new SqlCursor(text));
  }

  /** Whether it begins, ends or divides a transaction, or prepares one for a later commit. */
  public boolean controlsTransaction() {
    return TransactionControl.of(new SqlCursor(text));
  }

  /**
   * Whether it is {@code ALTER TYPE … ADD VALUE}, whose value nothing may use before it is
   * committed.
   */
  public boolean addsEnumValue() {
    SqlCursor at = new SqlCursor(text);
    return at.skip("alter", "type") && at.relation() != null && at.skip("add", "value");
  }

  /** What it detaches when it is an {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY}. */
  public Optional<DetachedPartition> detachedPartition() {
    return Optional.ofNullable(DetachedPartition.of(new SqlCursor(text)));
  }

  /**
   * What it builds, rebuilds or drops when it is a {@code CREATE}, {@code DROP} or {@code REINDEX}
   * of an index or a table that is {@code CONCURRENTLY}.
   */
  public Optional<ConcurrentIndex> concurrentIndex() {
    return Optional.ofNullable(ConcurrentIndexParser.parse(text));
  }

  /**
   * Its meaning as one line of tokens: comments, white space between tokens, the case of unquoted
   * words and the kind of line ends make no difference. Behind it stand the rows of a {@code COPY}.
   */
  public String normalized() {
    String statement = SqlNormalizer.normalize(text);
    return copyData == null
        ? statement
        : statement + " ;\n" + copyData.script().replace("\r\n", "\n");
  }

  /** Its first words in one line, for logs and messages. */
  public String summary() {
    return SqlNormalizer.summarize(text);
  }
}
