package dev.migrations;

import dev.migrations.operation.CommentOn;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.SetSchema;
import org.jspecify.annotations.Nullable;

/**
 * What objects of every kind have: a comment, a name, a schema.
 *
 * @since 0.1.0
 */
public sealed interface ObjectOperations extends OperationRecorder permits Operations {

  /**
   * Sets the comment of an object of any kind, see {@link DatabaseObject}; {@code null} removes it.
   */
  default CommentOn.Builder commentOn(DatabaseObject object, @Nullable String comment) {
    return invoke(CommentOn.builder(object, comment));
  }

  /** Renames an object of any kind, see {@link DatabaseObject}, within its schema. */
  default void rename(DatabaseObject object, String newName) {
    invoke(new RenameObject(object, newName));
  }

  /** Moves an object to another schema, see {@link DatabaseObject}. */
  default SetSchema.Builder setSchema(DatabaseObject object, String schema) {
    return invoke(SetSchema.builder(object, schema));
  }
}
