package db.revisions;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.TEXT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/**
 * Starts the branch of the search team. A new column locks readers out, and a lock lasts as long as
 * its transaction; so the column is filled by the next revision and not by this one.
 */
@Revision(
    id = "ed8dd0a8ede3",
    down = "9f28e56eadc8",
    branchLabels = "search",
    message = "Add search name to products")
class AddProductSearchName implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.addColumn("products", column("search_name", TEXT));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropColumn("products", "search_name");
  }
}
