package dev.migrations;

import dev.migrations.operation.CreateExtension;
import dev.migrations.operation.CreateSchema;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropExtension;
import dev.migrations.operation.DropSchema;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.UpdateExtension;

/**
 * Schemas and extensions.
 *
 * @since 0.1.0
 */
public sealed interface SchemaOperations extends OperationRecorder permits Operations {

  /** Creates a schema. */
  default CreateSchema.Builder createSchema(String schema) {
    return invoke(CreateSchema.builder(schema));
  }

  /** Drops a schema. */
  default DropSchema.Builder dropSchema(String schema) {
    return invoke(DropSchema.builder(schema));
  }

  /** Installs an extension in the database. */
  default CreateExtension.Builder createExtension(String extension) {
    return invoke(CreateExtension.builder(extension));
  }

  /** Drops an extension with all objects that belong to it. */
  default DropExtension.Builder dropExtension(String extension) {
    return invoke(DropExtension.builder(extension));
  }

  /** Brings an extension to another version, the server's default one unless {@code to} says. */
  default UpdateExtension.Builder updateExtension(String extension) {
    return invoke(UpdateExtension.builder(extension));
  }

  /** Renames a schema. */
  default void renameSchema(String schema, String newName) {
    invoke(new RenameObject(DatabaseObject.schema(schema), newName));
  }
}
