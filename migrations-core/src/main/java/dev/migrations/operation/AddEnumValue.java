package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlLiterals;
import org.jspecify.annotations.Nullable;

/**
 * Adds a value to an enum type, at its end or next to another value. Locks no table. It is a
 * transaction of its own, since PostgreSQL refuses to use the value before it is committed: what
 * follows in the revision can use it.
 *
 * @param type the type
 * @param value the new value
 * @param before the value that it sorts right before, or {@code null}
 * @param after the value that it sorts right after, or {@code null}
 * @param ifNotExists whether it is no error when the value is there
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">PostgreSQL: ALTER TYPE,
 *     ADD VALUE</a>
 * @since 0.1.0
 */
public record AddEnumValue(
    QualifiedName type,
    String value,
    @Nullable String before,
    @Nullable String after,
    boolean ifNotExists)
    implements Operation {

  /**
   * Checks the place.
   *
   * @throws MigrationsException when it is both before and after a value
   */
  public AddEnumValue {
    if (before != null && after != null) {
      throw new MigrationsException(
          "The value '%s' of enum '%s' is placed before '%s' and after '%s'."
              .formatted(value, type, before, after),
          "Keep one of before(…) and after(…).");
    }
  }

  /** Starts the addition. */
  public static Builder builder(QualifiedName type, String value) {
    return new Builder(type, value);
  }

  /** At the end, unless a place is given. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName type;
    private final String value;
    private @Nullable String before;
    private @Nullable String after;
    private boolean ifNotExists;

    private Builder(QualifiedName type, String value) {
      this.type = type;
      this.value = value;
    }

    /** It sorts right before this value. */
    public Builder before(String neighbour) {
      this.before = neighbour;
      return this;
    }

    /** It sorts right after this value. */
    public Builder after(String neighbour) {
      this.after = neighbour;
      return this;
    }

    /** It is no error when the value is there, wherever it sorts. */
    public Builder ifNotExists() {
      this.ifNotExists = true;
      return this;
    }

    @Override
    public AddEnumValue build() {
      return new AddEnumValue(type, value, before, after, ifNotExists);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sqlInOwnTransaction(
        "ALTER TYPE "
            + type.sql()
            + " ADD VALUE "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + SqlLiterals.quote(value)
            + (before == null ? "" : " BEFORE " + SqlLiterals.quote(before))
            + (after == null ? "" : " AFTER " + SqlLiterals.quote(after)));
  }

  @Override
  public Reversal reversal() {
    return Reversal.impossible("PostgreSQL cannot remove a value from an enum type");
  }

  @Override
  public String summary() {
    return "add value " + value + " to enum " + type;
  }
}
