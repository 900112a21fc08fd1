package db.revisions;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static dev.migrations.operation.DataType.numeric;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** Starts the branch of the payments team. */
@Revision(
    id = "091df51896c6",
    down = "9f28e56eadc8",
    branchLabels = "payments",
    message = "Create payments")
class CreatePayments implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "payments",
        column("id", BIGINT).generatedAlwaysAsIdentity().primaryKey(),
        column("order_id", BIGINT).notNull().references("orders", "id"),
        column("method", TEXT).notNull().check("method IN ('CARD', 'INVOICE')"),
        column("amount", numeric(12, 2)).notNull().check("amount > 0"),
        column("created_at", TIMESTAMPTZ).notNull().defaultExpression("now()"),
        column("settled_at", TIMESTAMPTZ).comment("When the money arrived; null until then"));
    op.createIndex("ix_payments_order_id", "payments", "order_id");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("payments");
  }
}
