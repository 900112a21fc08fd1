package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.error.OneLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a file of comma separated values into a table, as a stream of any length. Takes {@code ROW
 * EXCLUSIVE} on the table, which stops neither reads nor writes. Needs pgjdbc; a script for psql
 * cannot hold it. An edited file is an edited revision, as the checksum covers its content.
 *
 * @param location the file: {@code classpath:/db/countries.csv} or {@code file:/srv/countries.csv}
 * @param table the table
 * @param columns the columns that it gives, in its order; none for all of the table
 * @param format how it is written
 * @param key the columns by which the rows are found again when they are taken back; may be empty
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL: COPY</a>
 * @since 0.1.0
 */
public record CopyFrom(
    String location, QualifiedName table, List<String> columns, CopyFormat format, List<String> key)
    implements Operation {

  /**
   * Checks the copy.
   *
   * @throws MigrationsException when the file is named by neither {@code classpath:} nor {@code
   *     file:}, or columns are named and a key is not among them
   */
  public CopyFrom {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    if (!location.startsWith("classpath:") && !location.startsWith("file:")) {
      throw new MigrationsException(
          "'" + location + "', to be copied into " + table + ", is no file of the revision.",
          "Name it as classpath:/db/countries.csv or file:/srv/countries.csv.");
    }
    if (!columns.isEmpty() && !columns.containsAll(key)) {
      throw new MigrationsException(
          "The key (%s) of the copy into %s is not among its columns (%s)."
              .formatted(String.join(", ", key), table, String.join(", ", columns)),
          "Use columns of the copied rows as the key.");
    }
  }

  /** Starts a copy. */
  public static Builder builder(String location, QualifiedName table, String... columns) {
    return new Builder(location, table, columns);
  }

  /** No header, commas, nothing for null and UTF-8, unless said otherwise. */
  public static final class Builder implements OperationBuilder {
    private final String location;
    private final QualifiedName table;
    private final List<String> columns;
    private CopyFormat.Header header = CopyFormat.CSV.header();
    private char delimiter = CopyFormat.CSV.delimiter();
    private String nullText = CopyFormat.CSV.nullText();
    private @Nullable String encoding = CopyFormat.CSV.encoding();
    private List<String> key = List.of();

    private Builder(String location, QualifiedName table, String... columns) {
      this.location = location;
      this.table = table;
      this.columns = List.of(columns);
    }

    /** Its first line names the columns, and is skipped. */
    public Builder header() {
      this.header = CopyFormat.Header.SKIPPED;
      return this;
    }

    /** Its first line names the columns, which must be the given ones; PostgreSQL 15 and later. */
    public Builder headerMatch() {
      this.header = CopyFormat.Header.MATCH;
      return this;
    }

    /** What divides the values. */
    public Builder delimiter(char character) {
      this.delimiter = character;
      return this;
    }

    /** What stands for null where it is not quoted. */
    public Builder nullAs(String text) {
      this.nullText = text;
      return this;
    }

    /** Its encoding by PostgreSQL's name: {@code LATIN1}. */
    public Builder encoding(String name) {
      this.encoding = name;
      return this;
    }

    /** The columns by which the rows are found again, so that the copy can be undone. */
    public Builder key(String... names) {
      this.key = List.of(names);
      return this;
    }

    @Override
    public CopyFrom build() {
      return new CopyFrom(
          location, table, columns, new CopyFormat(header, delimiter, nullText, encoding), key);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    write(units, this, this::copy);
  }

  /** Writes code that reads the file; its description, and so its checksum, tells the content. */
  void write(UnitWriter units, Operation operation, ConnectionWork work) {
    if (format.header() == CopyFormat.Header.MATCH) {
      units.require(15, operation, "HEADER MATCH");
    }
    try {
      units.add(
          new Command.Code(
              "%s: %s, sha256 %s"
                  .formatted(
                      OneLine.of(operation.summary()),
                      statement(table.sql()),
                      new ResourceFile(location).checksum()),
              work));
    } catch (IOException ex) {
      units.refuse(
          operation,
          "its file cannot be read: " + ex.getMessage() + ".",
          "Put the file where it is looked for, and keep it there as long as the revision.");
    }
  }

  private void copy(Connection connection) throws SQLException {
    copyInto(table.sql(), connection);
  }

  void copyInto(String target, Connection connection) throws SQLException {
    PgjdbcCopy.run(connection, statement(target), new ResourceFile(location), location);
  }

  private String statement(String target) {
    return "COPY "
        + target
        + (columns.isEmpty() ? "" : " " + Columns.list(columns))
        + " FROM STDIN"
        + format.clause();
  }

  @Override
  public Reversal reversal() {
    return key.isEmpty()
        ? Reversal.impossible("nothing tells the copied rows from others; name their key(…)")
        : Reversal.by(new DeleteCopied(this));
  }

  @Override
  public String summary() {
    return "copy " + location + " into " + table;
  }
}
