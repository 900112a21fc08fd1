package dev.migrations.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers as PostgreSQL reads them. */
final class NumberText {

  private NumberText() {}

  static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  static String of(Number number) {
    if (number instanceof Byte
        || number instanceof Short
        || number instanceof Integer
        || number instanceof Long
        || number instanceof Float
        || number instanceof Double
        || number instanceof BigInteger
        || number instanceof BigDecimal
        || number instanceof AtomicInteger
        || number instanceof AtomicLong) {
      return number.toString();
    }
    throw ValueText.unknown(number);
  }
}
