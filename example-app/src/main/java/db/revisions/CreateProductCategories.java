package db.revisions;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.TEXT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** A table with the rows that the application cannot do without. */
@Revision(id = "c8dd1a990558", down = "c4e3463ad78d", message = "Create product categories")
class CreateProductCategories implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "product_categories", column("code", TEXT).primaryKey(), column("name", TEXT).notNull());
    op.bulkInsert("product_categories")
        .columns("code", "name")
        .row("books", "Books")
        .row("coffee", "Coffee and tea")
        .row("home", "Home and kitchen")
        .row("toys", "Toys and games");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("product_categories");
  }
}
