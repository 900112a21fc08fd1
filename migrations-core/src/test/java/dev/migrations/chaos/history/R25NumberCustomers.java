package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r25", down = "r24", message = "Number the customers")
class R25NumberCustomers implements Migration {

  @Override
  public void change(Operations op) {
    op.addColumn("customer", column("card", BIGINT).generatedAlwaysAsIdentity())
        .batches(fill -> fill.batchSize(25));
    op.invoke(tally("r25"));
  }
}
