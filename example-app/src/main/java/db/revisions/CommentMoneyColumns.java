package db.revisions;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** What a column means, where everyone who looks at the database finds it. */
@Revision(id = "f0e96ba1544c", down = "54dba8b39972", message = "Comment the columns with money")
class CommentMoneyColumns implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.commentOnColumn("products", "price", "In euros, tax included");
    op.commentOnColumn("order_items", "unit_price", "The price when the order was placed");
    op.commentOnColumn("payments", "amount", "In euros");
  }

  @Override
  public void downgrade(Operations op) {
    op.commentOnColumn("payments", "amount", null);
    op.commentOnColumn("order_items", "unit_price", null);
    op.commentOnColumn("products", "price", null);
  }
}
