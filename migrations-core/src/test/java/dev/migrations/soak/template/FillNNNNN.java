package dev.migrations.soak.template;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.UUID;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "soakIIIIIIII", down = "soakDDDDDDDD", message = "Give the entries NNNNN a token")
class FillNNNNN implements Migration {

  @Override
  public void change(Operations op) {
    op.addColumn(
            "entry_NNNNN", column("token", UUID).notNull().defaultExpression("gen_random_uuid()"))
        .batches(fill -> fill.batchSize(8));
  }
}
