package db.revisions;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** The last of three steps: by now every application that runs gives each product a category. */
@Revision(id = "85bff4c6ecaa", down = "3930ab015374", message = "Require a category of products")
class RequireProductCategory implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.setNotNull("products", "category_code");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropNotNull("products", "category_code");
  }
}
