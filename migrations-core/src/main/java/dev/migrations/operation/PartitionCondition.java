package dev.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The condition that PostgreSQL holds the rows of a partition to, shaped so that it recognises its
 * own (get_qual_for_range and its neighbours in partbounds.c): a valid check with it proves that no
 * row has to be looked at.
 *
 * <p>It is a template for PostgreSQL's {@code format}, since only the catalog knows the keys: the
 * first argument is the partitioned table as an oid, the second all keys; one key each follows, and
 * then the schema of the operators that compare each key.
 */
final class PartitionCondition {

  private PartitionCondition() {}

  /** How many keys the bounds speak of; 0 for any number. */
  static int keys(PartitionBounds bounds) {
    if (bounds instanceof PartitionBounds.Range range) {
      return range.from().size();
    }
    return bounds instanceof PartitionBounds.In ? 1 : 0;
  }

  static String of(PartitionBounds bounds) {
    if (bounds instanceof PartitionBounds.Range range) {
      return range(range);
    }
    if (bounds instanceof PartitionBounds.In in) {
      return in(in);
    }
    PartitionBounds.Hash hash = (PartitionBounds.Hash) bounds;
    return "pg_catalog.satisfies_hash_partition(%%1$s::pg_catalog.oid, %d, %d, %%2$s)"
        .formatted(hash.modulus(), hash.remainder());
  }

  private static String in(PartitionBounds.In in) {
    List<SqlValue> values =
        in.values().stream().filter(value -> !value.sql().equalsIgnoreCase("null")).toList();
    String listed =
        values.stream()
            .map(value -> compare(0, 1, "=", value))
            .collect(Collectors.joining(" OR ", "(", ")"));
    if (values.isEmpty()) {
      return key(0) + " IS NULL";
    }
    return values.size() < in.values().size()
        ? key(0) + " IS NULL OR " + listed
        : key(0) + " IS NOT NULL AND " + listed;
  }

  private static String range(PartitionBounds.Range range) {
    int size = range.from().size();
    List<String> all = new ArrayList<>();
    IntStream.range(0, size).forEach(at -> all.add(key(at) + " IS NOT NULL"));
    int start = 0;
    while (start < size - 1
        && isFinite(range.from().get(start))
        && range.from().get(start).equals(range.to().get(start))) {
      all.add(compare(start, size, "=", range.from().get(start)));
      start++;
    }
    end(range.from(), start, ">", PartitionBounds.MINVALUE, all);
    end(range.to(), start, "<", PartitionBounds.MAXVALUE, all);
    return String.join(" AND ", all);
  }

  /** Beyond one end: the first key is, or it is equal and the next one is, and so on. */
  private static void end(
      List<SqlValue> values, int start, String beyond, SqlValue open, List<String> all) {
    List<String> ways = new ArrayList<>();
    String equalBefore = "";
    for (int at = start; at < values.size() && isFinite(values.get(at)); at++) {
      boolean last = at == values.size() - 1;
      // The lower end is part of the range; so is all of a value that an open end follows.
      boolean inclusive = last ? beyond.equals(">") : values.get(at + 1).equals(open);
      String operator = inclusive ? beyond + "=" : beyond;
      ways.add("(" + equalBefore + compare(at, values.size(), operator, values.get(at)) + ")");
      equalBefore += compare(at, values.size(), "=", values.get(at)) + " AND ";
      if (!last && values.get(at + 1).equals(open)) {
        break;
      }
    }
    if (!ways.isEmpty()) {
      all.add(ways.size() == 1 ? ways.get(0) : "(" + String.join(" OR ", ways) + ")");
    }
  }

  private static boolean isFinite(SqlValue value) {
    return !value.equals(PartitionBounds.MINVALUE) && !value.equals(PartitionBounds.MAXVALUE);
  }

  private static String compare(int at, int keys, String operator, SqlValue value) {
    return "%s OPERATOR(%%%d$s.%s) (%s)"
        .formatted(key(at), keys + at + 3, operator, value.sql().replace("%", "%%"));
  }

  private static String key(int at) {
    return "%" + (at + 3) + "$s";
  }
}
