package dev.migrations;

import dev.migrations.operation.CreateMaterializedView;
import dev.migrations.operation.CreateView;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropMaterializedView;
import dev.migrations.operation.DropView;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RefreshMaterializedView;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.ReplaceView;

/**
 * Views and materialized views.
 *
 * @since 0.1.0
 */
public sealed interface ViewOperations extends OperationRecorder permits Operations {

  /** Creates a view with this query, as SQL. */
  default CreateView.Builder createView(String view, String query) {
    return invoke(CreateView.builder(QualifiedName.parse(view), query));
  }

  /** Gives a view without options another query, as SQL. */
  default ReplaceView.Builder replaceView(String view, String query) {
    return replaceView(CreateView.view(view, query));
  }

  /** Replaces a view by another of the same name, with its options. */
  default ReplaceView.Builder replaceView(CreateView.Builder view) {
    return invoke(ReplaceView.builder(view));
  }

  /** Drops a view. */
  default DropView.Builder dropView(String view) {
    return invoke(DropView.builder(QualifiedName.parse(view)));
  }

  /** Creates a materialized view with this query, as SQL, and fills it. */
  default CreateMaterializedView.Builder createMaterializedView(String view, String query) {
    return invoke(CreateMaterializedView.builder(QualifiedName.parse(view), query));
  }

  /** Fills a materialized view anew, concurrently when it is in use. */
  default RefreshMaterializedView.Builder refreshMaterializedView(String view) {
    return invoke(RefreshMaterializedView.builder(QualifiedName.parse(view)));
  }

  /** Drops a materialized view with its indexes. */
  default DropMaterializedView.Builder dropMaterializedView(String view) {
    return invoke(DropMaterializedView.builder(QualifiedName.parse(view)));
  }

  /** Renames a view. */
  default void renameView(String view, String newName) {
    invoke(new RenameObject(DatabaseObject.view(view), newName));
  }

  /** Renames a materialized view. */
  default void renameMaterializedView(String view, String newName) {
    invoke(new RenameObject(DatabaseObject.materializedView(view), newName));
  }
}
