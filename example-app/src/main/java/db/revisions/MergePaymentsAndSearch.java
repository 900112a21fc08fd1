package db.revisions;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** Joins the two branches, so that there is one head again. A merge need not do anything. */
@Revision(
    id = "01bb3cd10997",
    down = {"795f38b8c876", "9ff65dcf153e"},
    message = "Merge payments and search")
class MergePaymentsAndSearch implements Migration {

  @Override
  public void upgrade(Operations op) {}

  @Override
  public void downgrade(Operations op) {}
}
