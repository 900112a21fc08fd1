package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r30", down = "r29", message = "Refresh the totals")
class R30RefreshTotals implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.execute("UPDATE orders SET total = total + 1 WHERE number < 20");
    op.refreshMaterializedView("totals");
    op.invoke(tally("r30"));
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("UPDATE orders SET total = total - 1 WHERE number < 20");
    op.refreshMaterializedView("totals");
  }
}
