package dev.migrations;

import dev.migrations.operation.Backfill;
import dev.migrations.operation.BulkInsert;
import dev.migrations.operation.CopyFrom;
import dev.migrations.operation.DeleteRows;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.UpdateRows;

/**
 * Rows: those that belong to the schema, and those that a change of it moves.
 *
 * @since 0.1.0
 */
public sealed interface RowOperations extends OperationRecorder permits Operations {

  /** Inserts rows. */
  default BulkInsert.Builder bulkInsert(String table) {
    return invoke(BulkInsert.builder(QualifiedName.parse(table)));
  }

  /** Updates rows in one statement; what is set and in which rows complete it. */
  default UpdateRows.Builder updateRows(String table) {
    return invoke(UpdateRows.builder(QualifiedName.parse(table)));
  }

  /** Deletes rows by their key. */
  default DeleteRows.Builder deleteRows(String table) {
    return invoke(DeleteRows.builder(QualifiedName.parse(table)));
  }

  /**
   * Copies a file of comma separated values into a table.
   *
   * @param location the file: {@code classpath:/db/countries.csv} or {@code
   *     file:/srv/countries.csv}
   * @param columns the columns that it gives, in its order; none for all of the table
   */
  default CopyFrom.Builder copyFrom(String location, String table, String... columns) {
    return invoke(CopyFrom.builder(location, QualifiedName.parse(table), columns));
  }

  /** Changes rows in batches, each a transaction: an update, a deletion or an insertion. */
  default Backfill.Builder backfill(String table) {
    return invoke(Backfill.builder(QualifiedName.parse(table)));
  }
}
