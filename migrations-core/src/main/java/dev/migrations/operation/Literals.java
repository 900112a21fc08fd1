package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Java values as PostgreSQL's literals. Text in quotes has no type of its own, so it takes the type
 * of the column that it is written to.
 */
final class Literals {

  private Literals() {}

  static String literal(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Boolean flag) {
      return flag ? "TRUE" : "FALSE";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (isInteger(value)) {
      return value.toString();
    }
    return Quoting.literal(text(value));
  }

  private static boolean isInteger(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger;
  }

  /** What stands between the quotes. */
  private static String text(Object value) {
    if (value instanceof CharSequence
        || value instanceof Character
        || value instanceof UUID
        || value instanceof Boolean
        || value instanceof Double
        || value instanceof Float
        || isInteger(value)) {
      return value.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Collection<?> elements) {
      return array(elements);
    }
    if (value.getClass().isArray()) {
      return array(elementsOf(value));
    }
    return time(value);
  }

  private static String time(Object value) {
    if (value instanceof LocalTime || value instanceof OffsetTime) {
      return value.toString();
    }
    if (value instanceof Duration || value instanceof Period) {
      return value.toString();
    }
    if (value instanceof LocalDate date) {
      return date(date);
    }
    if (value instanceof LocalDateTime moment) {
      return moment(moment, "");
    }
    if (value instanceof OffsetDateTime moment) {
      return moment(moment.toLocalDateTime(), moment.getOffset().toString());
    }
    if (value instanceof ZonedDateTime moment) {
      return moment(moment.toLocalDateTime(), moment.getOffset().toString());
    }
    if (value instanceof Instant moment) {
      return moment(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), "Z");
    }
    throw new MigrationsException(
        "A value of " + value.getClass().getName() + " has no literal: " + value,
        "Convert it to text, a number, a java.time value or bytes; or use"
            + " SqlValue.expression(\"…\").");
  }

  // PostgreSQL counts years before the first as BC, from 1; ISO 8601 counts them from 0 downwards.
  private static String date(LocalDate date) {
    boolean beforeChrist = date.getYear() <= 0;
    int year = beforeChrist ? 1 - date.getYear() : date.getYear();
    return "%04d-%02d-%02d".formatted(year, date.getMonthValue(), date.getDayOfMonth())
        + (beforeChrist ? " BC" : "");
  }

  private static String moment(LocalDateTime moment, String offset) {
    String date = date(moment.toLocalDate());
    String time = moment.toLocalTime() + offset;
    return date.endsWith(" BC")
        ? date.substring(0, date.length() - 3) + " " + time + " BC"
        : date + " " + time;
  }

  private static List<@Nullable Object> elementsOf(Object array) {
    return IntStream.range(0, Array.getLength(array))
        .<@Nullable Object>mapToObj(index -> Array.get(array, index))
        .collect(Collectors.toList());
  }

  private static String array(Collection<?> elements) {
    return elements.stream().map(Literals::element).collect(Collectors.joining(",", "{", "}"));
  }

  private static String element(@Nullable Object element) {
    if (element == null) {
      return "NULL";
    }
    String text = text(element);
    boolean nested =
        element instanceof Collection<?>
            || (element.getClass().isArray() && !(element instanceof byte[]));
    return nested ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
