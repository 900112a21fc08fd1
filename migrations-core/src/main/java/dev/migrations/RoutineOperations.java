package dev.migrations;

import dev.migrations.error.MigrationsException;
import dev.migrations.operation.CreateRoutine;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropRoutine;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.ReplaceRoutine;
import dev.migrations.operation.RoutineKind;

/**
 * Functions and procedures, replaced as a whole.
 *
 * @since 0.1.0
 */
public sealed interface RoutineOperations extends OperationRecorder permits Operations {

  /**
   * Creates a function. Its signature and its body are taken as SQL:
   *
   * <pre>{@code
   * op.createFunction("app.total(order_id bigint)", "RETURNS numeric LANGUAGE sql AS $$ … $$");
   * }</pre>
   *
   * @throws MigrationsException when the signature has no parentheses, or signature and body do not
   *     make one statement
   */
  default void createFunction(String signature, String body) {
    invoke(CreateRoutine.of(RoutineKind.FUNCTION, signature, body));
  }

  /**
   * Gives a function another body, as SQL.
   *
   * @throws MigrationsException as {@link #createFunction}
   */
  default ReplaceRoutine.Builder replaceFunction(String signature, String body) {
    return invoke(ReplaceRoutine.builder(CreateRoutine.of(RoutineKind.FUNCTION, signature, body)));
  }

  /** Drops a function; its signature is taken as SQL. */
  default DropRoutine.Builder dropFunction(String signature) {
    return invoke(DropRoutine.builder(RoutineKind.FUNCTION, signature));
  }

  /**
   * Creates a procedure. Its signature and its body are taken as SQL:
   *
   * <pre>{@code
   * op.createProcedure("app.archive(before date)", "LANGUAGE sql AS $$ … $$");
   * }</pre>
   *
   * @throws MigrationsException when the signature has no parentheses, or signature and body do not
   *     make one statement
   */
  default void createProcedure(String signature, String body) {
    invoke(CreateRoutine.of(RoutineKind.PROCEDURE, signature, body));
  }

  /**
   * Gives a procedure another body, as SQL.
   *
   * @throws MigrationsException as {@link #createProcedure}
   */
  default ReplaceRoutine.Builder replaceProcedure(String signature, String body) {
    return invoke(ReplaceRoutine.builder(CreateRoutine.of(RoutineKind.PROCEDURE, signature, body)));
  }

  /** Drops a procedure; its signature is taken as SQL. */
  default DropRoutine.Builder dropProcedure(String signature) {
    return invoke(DropRoutine.builder(RoutineKind.PROCEDURE, signature));
  }

  /** Renames a function, named by its signature: {@code app.total(integer, text)}. */
  default void renameFunction(String signature, String newName) {
    invoke(new RenameObject(DatabaseObject.function(signature), newName));
  }

  /** Renames a procedure, named by its signature: {@code app.total(integer, text)}. */
  default void renameProcedure(String signature, String newName) {
    invoke(new RenameObject(DatabaseObject.procedure(signature), newName));
  }
}
