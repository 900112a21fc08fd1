package dev.migrations.operation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An example or more of each operation on tables, partitions, columns, constraints, indexes. */
final class TablesExamples {

  static final Set<String> CHANGES_NOTHING =
      Set.of("setTablespace", "setIndexTablespace", "reindexIndex", "reindexTable");

  static final Set<String> WITHOUT_REVERSE = Set.of("attachIndexPartition", "dropExpression");

  private TablesExamples() {}

  static List<OperationExample> examples() {
    return Stream.of(
            PartitionExamples.examples(),
            StorageExamples.examples(),
            ColumnExamples.examples(),
            ConstraintExamples.examples(),
            IndexExamples.examples())
        .flatMap(List::stream)
        .toList();
  }
}
