package dev.migrations.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.UUID;

/** The PostgreSQL type that a value's literal is cast to; empty for one that takes any. */
final class ValueType {

  private ValueType() {}

  static String of(Object value) {
    if (value instanceof UUID) {
      return "uuid";
    }
    if (value instanceof byte[]) {
      return "bytea";
    }
    if (value instanceof LocalDate) {
      return "date";
    }
    if (value instanceof LocalDateTime) {
      return "timestamp";
    }
    if (value instanceof OffsetDateTime
        || value instanceof ZonedDateTime
        || value instanceof Instant) {
      return "timestamptz";
    }
    if (value instanceof LocalTime) {
      return "time";
    }
    if (value instanceof OffsetTime) {
      return "timetz";
    }
    if (value instanceof Duration || value instanceof Period) {
      return "interval";
    }
    return value instanceof Double || value instanceof Float ? "float8" : "";
  }
}
