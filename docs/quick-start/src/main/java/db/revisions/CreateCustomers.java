package db.revisions;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "3b5e8d20f6a1", message = "Create customers")
class CreateCustomers implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "customers",
        column("id", BIGINT).generatedAlwaysAsIdentity().primaryKey(),
        column("email", TEXT).notNull());
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("customers");
  }
}
