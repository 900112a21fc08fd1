package dev.migrations.engine;

import dev.migrations.sql.LockTarget;
import dev.migrations.sql.NameChange.ColumnDropped;
import dev.migrations.sql.NameChange.ConstraintDropped;
import dev.migrations.sql.NameChange.Dropped;
import dev.migrations.sql.NameChange.ForeignKey;
import dev.migrations.sql.NameChange.PartRenamed;
import dev.migrations.sql.NameChange.Renamed;
import dev.migrations.sql.RelationName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The foreign keys that a plan creates. */
final class NewForeignKeys {

  /** PostgreSQL cuts longer names, and not at their end. */
  private static final int LONGEST_NAME = 63;

  private final List<ForeignKey> keys = new ArrayList<>();

  void created(ForeignKey key) {
    String constraint = key.constraint();
    keys.add(
        constraint != null
            ? key
            : new ForeignKey(
                key.table(),
                chosenName(key),
                key.columns(),
                key.referenced(),
                key.referencedColumns()));
  }

  void dropped(Dropped dropped) {
    keys.removeIf(
        key ->
            key.table().equals(dropped.relation()) || key.referenced().equals(dropped.relation()));
  }

  void dropped(ConstraintDropped dropped) {
    keys.removeIf(
        key ->
            key.table().equals(dropped.table()) && dropped.constraint().equals(key.constraint()));
  }

  void dropped(ColumnDropped dropped) {
    keys.removeIf(
        key -> key.table().equals(dropped.table()) && key.columns().contains(dropped.column()));
  }

  void renamed(Renamed renamed) {
    UnaryOperator<RelationName> now = table -> table.equals(renamed.from()) ? renamed.to() : table;
    keys.replaceAll(
        key ->
            new ForeignKey(
                now.apply(key.table()),
                key.constraint(),
                key.columns(),
                now.apply(key.referenced()),
                key.referencedColumns()));
  }

  void renamed(PartRenamed part) {
    keys.replaceAll(
        key ->
            new ForeignKey(
                key.table(),
                key.table().equals(part.table()) && part.from().equals(key.constraint())
                    ? part.to()
                    : key.constraint(),
                renamed(key.columns(), key.table(), part),
                key.referenced(),
                renamed(key.referencedColumns(), key.referenced(), part)));
  }

  private static List<String> renamed(List<String> columns, RelationName table, PartRenamed part) {
    return table.equals(part.table())
        ? columns.stream().map(name -> name.equals(part.from()) ? part.to() : name).toList()
        : columns;
  }

  /** The tables at the other end, as the link means it. */
  Set<RelationName> otherEnds(LockTarget.Linked linked) {
    RelationName from = linked.from();
    String detail = linked.detail();
    return switch (linked.link()) {
      case FOREIGN_KEYS_FROM -> referenced(from, key -> true);
      case FOREIGN_KEYS_TO, REFERENCING -> referring(from, key -> true);
      case FOREIGN_KEYS_OF_CONSTRAINT, REFERENCED_BY_CONSTRAINT ->
          referenced(from, key -> mayBeCalled(key, detail));
      case FOREIGN_KEYS_OF_COLUMN -> {
        Set<RelationName> ends = referenced(from, key -> key.columns().contains(detail));
        ends.addAll(
            referring(
                from,
                key ->
                    key.referencedColumns().isEmpty() || key.referencedColumns().contains(detail)));
        yield ends;
      }
      default -> Set.of();
    };
  }

  private Set<RelationName> referenced(RelationName table, Predicate<ForeignKey> which) {
    Set<RelationName> ends = new LinkedHashSet<>();
    keys.stream()
        .filter(key -> key.table().equals(table) && which.test(key))
        .forEach(key -> ends.add(key.referenced()));
    return ends;
  }

  private Set<RelationName> referring(RelationName table, Predicate<ForeignKey> which) {
    Set<RelationName> ends = new LinkedHashSet<>();
    keys.stream()
        .filter(key -> key.referenced().equals(table) && which.test(key))
        .forEach(key -> ends.add(key.table()));
    return ends;
  }

  /** What PostgreSQL calls it; {@code null} where that cannot be told. */
  private static @Nullable String chosenName(ForeignKey key) {
    String name = "%s_%s_fkey".formatted(key.table().name(), String.join("_", key.columns()));
    return name.length() > LONGEST_NAME ? null : name;
  }

  /** A number makes the name that PostgreSQL chooses another one. */
  private static boolean mayBeCalled(ForeignKey key, @Nullable String name) {
    String constraint = key.constraint();
    return constraint == null
        || name == null
        || (name.startsWith(constraint)
            && name.substring(constraint.length()).chars().allMatch(Character::isDigit));
  }
}
