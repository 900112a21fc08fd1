package db.revisions;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.Constraint.primaryKey;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static dev.migrations.operation.DataType.named;
import static dev.migrations.operation.DataType.numeric;
import static dev.migrations.operation.ReferentialAction.CASCADE;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** Uses the type that its parent, an SQL file, creates. */
@Revision(id = "2e323b9a1525", down = "91e944a093c2", message = "Create orders and order items")
class CreateOrders implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "orders",
        column("id", BIGINT).generatedAlwaysAsIdentity().primaryKey(),
        column("customer_id", BIGINT).notNull(),
        column("status", named("order_status")).notNull().defaultValue("NEW"),
        column("created_at", TIMESTAMPTZ).notNull().defaultExpression("now()"));
    op.createTable(
        "order_items",
        column("order_id", BIGINT).notNull().references("orders", "id").onDelete(CASCADE),
        column("product_id", BIGINT).notNull().references("products", "id"),
        column("quantity", INTEGER).notNull().check("quantity > 0"),
        column("unit_price", numeric(12, 2)).notNull(),
        primaryKey("order_id", "product_id"));
    // Deleting a product looks for its items; the primary key starts with the order.
    op.createIndex("ix_order_items_product_id", "order_items", "product_id");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("order_items");
    op.dropTable("orders");
  }
}
