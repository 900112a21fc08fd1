package dev.migrations;

import dev.migrations.operation.Operation;
import dev.migrations.operation.OperationBuilder;

/** Where operations go, whatever their area. */
interface OperationRecorder {

  /** Records an operation of any kind, of one's own as well. */
  void invoke(Operation operation);

  /**
   * Records an operation that what follows completes.
   *
   * @return the same builder
   */
  <B extends OperationBuilder> B invoke(B builder);
}
