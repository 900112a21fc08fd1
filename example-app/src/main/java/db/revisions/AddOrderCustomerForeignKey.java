package db.revisions;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/**
 * A foreign key that was forgotten at first. The table is in use, so the index is built
 * concurrently and the key is added {@code NOT VALID} and validated in a transaction of its own;
 * nothing to ask for, it is the default.
 */
@Revision(
    id = "b35a7707e8cf",
    down = "2e323b9a1525",
    message = "Add foreign key from orders to customers")
class AddOrderCustomerForeignKey implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createIndex("ix_orders_customer_id", "orders", "customer_id");
    op.createForeignKey("fk_orders_customer", "orders", "customer_id")
        .references("customers", "id");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropConstraint("orders", "fk_orders_customer");
    op.dropIndex("ix_orders_customer_id");
  }
}
