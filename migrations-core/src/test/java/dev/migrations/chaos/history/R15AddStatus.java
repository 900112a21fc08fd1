package dev.migrations.chaos.history;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.named;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r15", down = "r14", message = "Add a status")
class R15AddStatus implements Migration {

  @Override
  public void change(Operations op) {
    op.createEnum("order_status", "new", "sent");
    op.addColumn("orders", column("status", named("order_status")).notNull().defaultValue("new"));
  }
}
