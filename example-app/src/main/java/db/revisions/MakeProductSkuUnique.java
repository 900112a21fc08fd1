package db.revisions;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** On a table in use the index is built concurrently first and then becomes the constraint. */
@Revision(id = "cde454cd17a4", down = "c57457ad2820", message = "Make the SKU of products unique")
class MakeProductSkuUnique implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createUnique("uq_products_sku", "products", "sku");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropConstraint("products", "uq_products_sku");
  }
}
