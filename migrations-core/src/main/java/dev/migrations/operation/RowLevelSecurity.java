package dev.migrations.operation;

import java.util.Locale;

/**
 * Whether policies decide which rows of a table a role sees. Takes {@code ACCESS EXCLUSIVE} on the
 * table for a moment, which stops reads and writes.
 *
 * @param table the table
 * @param mode what changes
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">PostgreSQL, section
 *     5.9, Row Security Policies</a>
 * @since 0.1.0
 */
public record RowLevelSecurity(QualifiedName table, Mode mode) implements Operation {

  /** What changes; each is the reverse of another. */
  public enum Mode {
    /** Policies apply; where none allows a row, it is not seen. */
    ENABLE,
    /** Policies do not apply. */
    DISABLE,
    /** Policies apply to the table's owner as well. */
    FORCE,
    /** Policies do not apply to the table's owner. */
    NO_FORCE;

    Mode reverse() {
      return switch (this) {
        case ENABLE -> DISABLE;
        case DISABLE -> ENABLE;
        case FORCE -> NO_FORCE;
        case NO_FORCE -> FORCE;
      };
    }

    String sql() {
      return name().replace('_', ' ');
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER TABLE " + table.sql() + " " + mode.sql() + " ROW LEVEL SECURITY");
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new RowLevelSecurity(table, mode.reverse()));
  }

  @Override
  public String summary() {
    return mode.sql().toLowerCase(Locale.ROOT) + " row level security on " + table;
  }
}
