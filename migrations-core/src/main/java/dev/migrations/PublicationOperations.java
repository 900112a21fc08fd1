package dev.migrations;

import dev.migrations.operation.AlterPublication;
import dev.migrations.operation.CreatePublication;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropPublication;
import dev.migrations.operation.PublicationMember;
import dev.migrations.operation.RenameObject;

/**
 * Publications of logical replication.
 *
 * @since 0.1.0
 */
public sealed interface PublicationOperations extends OperationRecorder permits Operations {

  /** Creates a publication of tables and schemas; of all tables by {@code allTables}. */
  default CreatePublication.Builder createPublication(
      String publication, PublicationMember... members) {
    return invoke(CreatePublication.builder(publication, members));
  }

  /** Adds tables and schemas to a publication, or takes them out. */
  default AlterPublication.Builder alterPublication(String publication) {
    return invoke(AlterPublication.builder(publication));
  }

  /** Drops a publication. */
  default DropPublication.Builder dropPublication(String publication) {
    return invoke(DropPublication.builder(publication));
  }

  /** Renames a publication. */
  default void renamePublication(String publication, String newName) {
    invoke(new RenameObject(DatabaseObject.publication(publication), newName));
  }
}
