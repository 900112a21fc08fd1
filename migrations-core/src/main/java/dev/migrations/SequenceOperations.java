package dev.migrations;

import dev.migrations.operation.AlterSequence;
import dev.migrations.operation.CreateSequence;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropSequence;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.SequenceOption;

/**
 * Sequences.
 *
 * @since 0.1.0
 */
public sealed interface SequenceOperations extends OperationRecorder permits Operations {

  /** Creates a sequence. */
  default CreateSequence.Builder createSequence(String sequence, SequenceOption... options) {
    return invoke(CreateSequence.builder(QualifiedName.parse(sequence), options));
  }

  /** Changes options of a sequence, or restarts it. */
  default AlterSequence.Builder alterSequence(String sequence, SequenceOption... options) {
    return invoke(AlterSequence.builder(QualifiedName.parse(sequence), options));
  }

  /** Drops a sequence. */
  default DropSequence.Builder dropSequence(String sequence) {
    return invoke(DropSequence.builder(QualifiedName.parse(sequence)));
  }

  /** Renames a sequence. */
  default void renameSequence(String sequence, String newName) {
    invoke(new RenameObject(DatabaseObject.sequence(sequence), newName));
  }
}
