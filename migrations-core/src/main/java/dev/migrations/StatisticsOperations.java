package dev.migrations;

import dev.migrations.operation.AlterStatistics;
import dev.migrations.operation.CreateStatistics;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropStatistics;
import dev.migrations.operation.IndexKey;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameObject;

/**
 * Extended statistics.
 *
 * @since 0.1.0
 */
public sealed interface StatisticsOperations extends OperationRecorder permits Operations {

  /** Creates a statistics object on columns. */
  default CreateStatistics.Builder createStatistics(
      String statistics, String table, String... columns) {
    return invoke(CreateStatistics.statistics(statistics, table, columns));
  }

  /** Creates a statistics object on columns and expressions. */
  default CreateStatistics.Builder createStatistics(
      String statistics, String table, IndexKey... keys) {
    return invoke(CreateStatistics.statistics(statistics, table, keys));
  }

  /** Sets the target of a statistics object: 0 to 10000, or -1 for the one of its columns. */
  default AlterStatistics.Builder alterStatistics(String statistics, int target) {
    return invoke(AlterStatistics.builder(QualifiedName.parse(statistics), target));
  }

  /** Drops a statistics object. */
  default DropStatistics.Builder dropStatistics(String statistics) {
    return invoke(DropStatistics.builder(QualifiedName.parse(statistics)));
  }

  /** Renames a statistics object. */
  default void renameStatistics(String statistics, String newName) {
    invoke(new RenameObject(DatabaseObject.statistics(statistics), newName));
  }
}
