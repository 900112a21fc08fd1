package dev.migrations.engine;

import dev.migrations.script.Predecessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database that may have been there before the revisions of its application.
 *
 * @param url its JDBC URL as the driver tells it, which may hold a password
 * @param user the user of the connection
 * @param schema the schema of this engine's tables
 * @param rows the version rows, sorted; usually none yet
 * @param contents what it holds, by schema, without system schemas and empty ones
 * @param found the table of another tool; {@code null} for none
 * @param passedOver the tables of tools that were not asked for, under their usual names
 * @since 0.1.0
 */
public record ExistingDatabase(
    String url,
    String user,
    String schema,
    List<String> rows,
    List<SchemaContents> contents,
    @Nullable FoundPredecessor found,
    List<PassedOverTable> passedOver) {

  public ExistingDatabase {
    rows = List.copyOf(rows);
    contents = List.copyOf(contents);
    passedOver = List.copyOf(passedOver);
  }

  /** Where another tool has brought it. */
  public Predecessor predecessor() {
    Predecessor told = found == null ? null : found.predecessor();
    return told == null ? Predecessor.UNVERSIONED : told;
  }

  /** Whether it holds nothing that anybody made. */
  public boolean isEmpty() {
    return contents.isEmpty();
  }

  /** Without the URL, which may hold a password. */
  @Override
  public String toString() {
    return "ExistingDatabase[rows=%s, contents=%s, found=%s, passedOver=%s]"
        .formatted(rows, contents, found, passedOver);
  }
}
