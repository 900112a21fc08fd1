package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a file of comma separated values is written.
 *
 * @param header what its first line is
 * @param delimiter what divides the values
 * @param nullText what stands for null where it is not quoted; an empty text by default
 * @param encoding its encoding by PostgreSQL's name, such as {@code LATIN1}, or {@code null} for
 *     UTF-8
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL: COPY</a>
 * @since 0.1.0
 */
public record CopyFormat(
    Header header, char delimiter, String nullText, @Nullable String encoding) {

  /** What the first line is. */
  public enum Header {
    /** A row as any other. */
    NONE,
    /** The names of the columns, which are not looked at. */
    SKIPPED,
    /** The names of the columns, which must be those of the table; PostgreSQL 15 and later. */
    MATCH
  }

  /** No header, a comma, an empty text for null, UTF-8. */
  public static final CopyFormat CSV = new CopyFormat(Header.NONE, ',', "", null);

  String clause() {
    return " WITH (FORMAT csv"
        + switch (header) {
          case NONE -> "";
          case SKIPPED -> ", HEADER";
          case MATCH -> ", HEADER MATCH";
        }
        + ", DELIMITER "
        + SqlLiterals.quote(String.valueOf(delimiter))
        + ", NULL "
        + SqlLiterals.quote(nullText)
        + ", ENCODING "
        + SqlLiterals.quote(encoding == null ? "UTF8" : encoding.toUpperCase(Locale.ROOT))
        + ")";
  }
}
