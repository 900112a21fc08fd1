package db.revisions;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static dev.migrations.operation.DataType.numeric;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** The base: it has no parent. */
@Revision(id = "221186be7253", message = "Create customers and products")
class CreateCustomersAndProducts implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "customers",
        column("id", BIGINT).generatedAlwaysAsIdentity().primaryKey(),
        column("name", TEXT).notNull(),
        column("email", TEXT).notNull(),
        column("created_at", TIMESTAMPTZ).notNull().defaultExpression("now()"));
    op.createTable(
        "products",
        column("id", BIGINT).generatedAlwaysAsIdentity().primaryKey(),
        column("sku", TEXT).notNull(),
        column("name", TEXT).notNull(),
        column("price", numeric(12, 2)).notNull());
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("products");
    op.dropTable("customers");
  }
}
