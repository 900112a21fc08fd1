package db.revisions;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.TEXT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/**
 * The first of three steps to a required column: add it nullable, so that the application that runs
 * now goes on inserting products without it.
 */
@Revision(id = "14285249d6ce", down = "c8dd1a990558", message = "Add category to products")
class AddProductCategory implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.addColumn(
        "products", column("category_code", TEXT).references("product_categories", "code"));
    op.createIndex("ix_products_category_code", "products", "category_code");
  }

  @Override
  public void downgrade(Operations op) {
    // Its index and its foreign key go with the column.
    op.dropColumn("products", "category_code");
    op.losesData("the categories of the products");
  }
}
