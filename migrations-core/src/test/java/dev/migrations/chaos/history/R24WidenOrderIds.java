package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.Constraint.foreignKey;
import static dev.migrations.operation.Constraint.primaryKey;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r24", down = "r23", message = "Widen the ids of orders")
class R24WidenOrderIds implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r24, first"));
    op.changeColumnType("orders", "id", BIGINT)
        .from(INTEGER)
        .keeping(primaryKey("id").named("orders_pkey"))
        .keeping("line", foreignKey("order_id").references("orders").named("line_order_id_fkey"))
        .batches(fill -> fill.batchSize(40));
    op.invoke(tally("r24, last"));
  }
}
