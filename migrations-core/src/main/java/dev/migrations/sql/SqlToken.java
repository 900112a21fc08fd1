package dev.migrations.sql;

/**
 * What a piece of SQL text is to PostgreSQL's scanner.
 *
 * @since 0.1.0
 */
public enum SqlToken {
  /** A key word or a name without quotes. */
  WORD,
  /** A name in double quotes, {@code U&"…"} included. */
  QUOTED_NAME,
  /** A string in single quotes, with its prefix, or in dollar quotes. */
  LITERAL,
  /** A number. */
  NUMBER,
  /** An operator of one or more characters. */
  OPERATOR,
  /** A single character with a meaning of its own, such as {@code ;} or {@code (}. */
  SYMBOL,
  /** A comment that ends with its line. */
  LINE_COMMENT,
  /** A comment between slash and star. */
  BLOCK_COMMENT,
  /** The rows below a {@code COPY … FROM STDIN}, and the line {@code \.} that ends them. */
  COPY_DATA,
  /** There is no more text. */
  END
}
