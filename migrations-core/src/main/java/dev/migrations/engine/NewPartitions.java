package dev.migrations.engine;

import dev.migrations.sql.LockTarget;
import dev.migrations.sql.NameChange.Dropped;
import dev.migrations.sql.NameChange.Partition;
import dev.migrations.sql.NameChange.Renamed;
import dev.migrations.sql.RelationName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The partitions that a plan creates or attaches. */
final class NewPartitions {

  private final List<Partition> partitions = new ArrayList<>();

  void created(Partition partition) {
    partitions.add(partition);
  }

  void dropped(Dropped dropped) {
    partitions.removeIf(
        partition ->
            partition.partition().equals(dropped.relation())
                || partition.parent().equals(dropped.relation()));
  }

  void renamed(Renamed renamed) {
    UnaryOperator<RelationName> now = table -> table.equals(renamed.from()) ? renamed.to() : table;
    partitions.replaceAll(
        partition ->
            new Partition(
                now.apply(partition.partition()),
                now.apply(partition.parent()),
                partition.isDefault()));
  }

  /** The tables to which the link leads in one step. */
  List<RelationName> next(LockTarget.Linked linked) {
    RelationName from = linked.from();
    return switch (linked.link()) {
      case PARTITIONS, DESCENDANTS -> partitions(from, partition -> true);
      case DEFAULT_PARTITION, DEFAULT_PARTITIONS -> partitions(from, Partition::isDefault);
      case PARENT ->
          partitions.stream()
              .filter(partition -> partition.partition().equals(from))
              .map(Partition::parent)
              .toList();
      default -> List.of();
    };
  }

  private List<RelationName> partitions(RelationName parent, Predicate<Partition> which) {
    return partitions.stream()
        .filter(partition -> partition.parent().equals(parent) && which.test(partition))
        .map(Partition::partition)
        .toList();
  }
}
