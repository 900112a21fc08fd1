package db.revisions;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** A branch point: payments and search both start here. */
@Revision(
    id = "9f28e56eadc8",
    down = "cde454cd17a4",
    message = "Check that prices are not negative")
class CheckProductPrice implements Migration {

  @Override
  public void change(Operations op) {
    op.createCheck("ck_products_price", "products", "price >= 0");
  }
}
