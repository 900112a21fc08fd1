package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Sets or removes the comment of a table or of a column.
 *
 * @param table the table
 * @param column the column, or {@code null} for the table itself
 * @param comment the comment, or {@code null} for none
 * @param replaces the comment that was there before
 * @see <a href="https://www.postgresql.org/docs/current/sql-comment.html">PostgreSQL: COMMENT</a>
 * @since 0.1.0
 */
public record SetComment(
    QualifiedName table, @Nullable String column, @Nullable String comment, Former<String> replaces)
    implements Operation {

  /** The comment of a table; what was there before is not known. */
  public static SetComment onTable(QualifiedName table, @Nullable String comment) {
    return new SetComment(table, null, comment, Former.unknown());
  }

  /** The comment of a column; what was there before is not known. */
  public static SetComment onColumn(QualifiedName table, String column, @Nullable String comment) {
    return new SetComment(table, column, comment, Former.unknown());
  }

  /** Starts a comment. */
  public static Builder builder(
      QualifiedName table, @Nullable String column, @Nullable String comment) {
    return new Builder(table, column, comment);
  }

  /** Knows what was there before, so that the comment can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final @Nullable String column;
    private final @Nullable String comment;
    private Former<String> replaces = Former.unknown();

    private Builder(QualifiedName table, @Nullable String column, @Nullable String comment) {
      this.table = table;
      this.column = column;
      this.comment = comment;
    }

    /** The comment that was there before. */
    public Builder from(String former) {
      this.replaces = Former.of(former);
      return this;
    }

    /** There was no comment before. */
    public Builder fromNone() {
      this.replaces = Former.none();
      return this;
    }

    @Override
    public SetComment build() {
      return new SetComment(table, column, comment, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(statement());
  }

  String statement() {
    return "COMMENT ON "
        + (column == null
            ? "TABLE " + table.sql()
            : "COLUMN " + table.sql() + "." + SqlNames.quote(column))
        + " IS "
        + (comment == null ? "NULL" : SqlLiterals.quote(comment));
  }

  @Override
  public Reversal reversal() {
    Former<String> now = comment == null ? Former.none() : Former.of(comment);
    return replaces.known()
        ? Reversal.by(new SetComment(table, column, replaces.value(), now))
        : Reversal.impossible(
            "the comment before is not known; give it with from(…) or fromNone()");
  }

  @Override
  public String summary() {
    return "comment on " + (column == null ? "table " : "column " + column + " of ") + table;
  }
}
