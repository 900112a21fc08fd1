package dev.migrations.engine;

import dev.migrations.sql.LockLink;
import dev.migrations.sql.LockTarget;
import dev.migrations.sql.LockTarget.Linked;
import dev.migrations.sql.NameChange;
import dev.migrations.sql.RelationName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a plan itself connects with a table, of which the catalog does not know yet. */
final class NewLinks {

  private final NewForeignKeys foreignKeys = new NewForeignKeys();
  private final NewPartitions partitions = new NewPartitions();

  void change(NameChange change) {
    if (change instanceof NameChange.ForeignKey key) {
      foreignKeys.created(key);
    } else if (change instanceof NameChange.Partition partition) {
      partitions.created(partition);
    } else if (change instanceof NameChange.Dropped dropped) {
      foreignKeys.dropped(dropped);
      partitions.dropped(dropped);
    } else if (change instanceof NameChange.ConstraintDropped dropped) {
      foreignKeys.dropped(dropped);
    } else if (change instanceof NameChange.ColumnDropped dropped) {
      foreignKeys.dropped(dropped);
    } else if (change instanceof NameChange.Renamed renamed) {
      foreignKeys.renamed(renamed);
      partitions.renamed(renamed);
    } else if (change instanceof NameChange.PartRenamed part) {
      foreignKeys.renamed(part);
    }
  }

  /** The tables to which the link leads, with what the catalog may know behind these. */
  Set<LockTarget> behind(Linked linked) {
    Set<LockTarget> found = new LinkedHashSet<>();
    Deque<Linked> open = new ArrayDeque<>(List.of(linked));
    while (!open.isEmpty()) {
      for (LockTarget target : next(open.remove())) {
        if (found.add(target) && target instanceof Linked further) {
          open.add(further);
        }
      }
    }
    return found;
  }

  private List<LockTarget> next(Linked linked) {
    List<LockTarget> targets = new ArrayList<>();
    for (RelationName table : foreignKeys.otherEnds(linked)) {
      targets.add(new LockTarget.Named(table));
      targets.add(new Linked(LockLink.PARTITIONS, table, null));
      if (linked.link() == LockLink.REFERENCING) {
        targets.add(new Linked(LockLink.REFERENCING, table, null));
      }
    }
    for (RelationName table : partitions.next(linked)) {
      targets.add(new LockTarget.Named(table));
      if (linked.link() == LockLink.PARENT) {
        targets.add(new Linked(LockLink.DEFAULT_PARTITION, table, null));
      } else if (linked.link() != LockLink.DEFAULT_PARTITION) {
        targets.add(new Linked(LockLink.PARTITIONS, table, null));
      }
    }
    return targets;
  }
}
