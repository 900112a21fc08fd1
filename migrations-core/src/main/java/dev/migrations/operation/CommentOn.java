package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import org.jspecify.annotations.Nullable;

/**
 * Sets or removes the comment of an object of any kind; for a column see {@link SetComment}. Takes
 * {@code SHARE UPDATE EXCLUSIVE} on a table, view, index or sequence, {@code ACCESS SHARE} on the
 * table of a constraint, trigger, policy or rule: reads and writes go on.
 *
 * @param object the object
 * @param comment the comment, or {@code null} for none
 * @param replaces the comment that was there before
 * @see <a href="https://www.postgresql.org/docs/current/sql-comment.html">PostgreSQL: COMMENT</a>
 * @since 0.1.0
 */
public record CommentOn(DatabaseObject object, @Nullable String comment, Former<String> replaces)
    implements Operation {

  /** Starts a comment. */
  public static Builder builder(DatabaseObject object, @Nullable String comment) {
    return new Builder(object, comment);
  }

  /** Knows what was there before, so that the comment can be undone. */
  public static final class Builder implements OperationBuilder {
    private final DatabaseObject object;
    private final @Nullable String comment;
    private Former<String> replaces = Former.unknown();

    private Builder(DatabaseObject object, @Nullable String comment) {
      this.object = object;
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
    public CommentOn build() {
      return new CommentOn(object, comment, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "COMMENT ON "
            + object.sql()
            + " IS "
            + (comment == null ? "NULL" : SqlLiterals.quote(comment)));
  }

  @Override
  public Reversal reversal() {
    Former<String> now = comment == null ? Former.none() : Former.of(comment);
    return replaces.known()
        ? Reversal.by(new CommentOn(object, replaces.value(), now))
        : Reversal.impossible(
            "the comment before is not known; give it with from(…) or fromNone()");
  }

  @Override
  public String summary() {
    return "comment on " + object;
  }
}
