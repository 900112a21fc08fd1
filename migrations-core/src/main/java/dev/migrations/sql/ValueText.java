package dev.migrations.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Values in the text form that PostgreSQL's input functions read. */
final class ValueText {

  // Year of era, since PostgreSQL has no year 0: the era follows at the end of the text.
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NEVER)
          .appendPattern("-MM-dd")
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter OFFSET_DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DATE_TIME)
          .appendOffset("+HH:MM:ss", "+00:00")
          .toFormatter(Locale.ROOT);

  private ValueText() {}

  static String of(Object value) {
    if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
      return value.toString();
    }
    if (value instanceof Boolean truth) {
      return truth ? "t" : "f";
    }
    if (value instanceof Number number) {
      return NumberText.of(number);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    }
    return SqlLiterals.isArray(value) ? ArrayText.of(value) : time(value);
  }

  static SqlTextException unknown(Object value) {
    return new SqlTextException(
        0,
        "a value of " + value.getClass().getName() + " has no PostgreSQL literal",
        "Convert it to text, a number, a boolean, a UUID, bytes or a type of java.time.");
  }

  private static String time(Object value) {
    if (value instanceof LocalDate date) {
      return DATE.format(date) + era(date);
    }
    if (value instanceof LocalDateTime dateTime) {
      return DATE_TIME.format(dateTime) + era(dateTime);
    }
    if (value instanceof OffsetDateTime dateTime) {
      return OFFSET_DATE_TIME.format(dateTime) + era(dateTime);
    }
    if (value instanceof ZonedDateTime dateTime) {
      return time(dateTime.toOffsetDateTime());
    }
    if (value instanceof Instant instant) {
      return time(instant.atOffset(ZoneOffset.UTC));
    }
    if (value instanceof LocalTime
        || value instanceof OffsetTime
        || value instanceof Duration
        || value instanceof Period) {
      return value.toString();
    }
    throw unknown(value);
  }

  private static String era(TemporalAccessor date) {
    return date.get(ChronoField.ERA) == 0 ? " BC" : "";
  }
}
