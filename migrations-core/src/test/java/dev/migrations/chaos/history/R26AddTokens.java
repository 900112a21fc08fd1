package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.UUID;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r26", down = "r25", message = "Give orders a token")
class R26AddTokens implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r26"));
    op.addColumn("orders", column("token", UUID).notNull().defaultExpression("gen_random_uuid()"))
        .batches(fill -> fill.batchSize(50));
  }
}
