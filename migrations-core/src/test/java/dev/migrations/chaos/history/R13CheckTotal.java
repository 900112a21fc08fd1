package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r13", down = "r12", message = "Check the total")
class R13CheckTotal implements Migration {

  @Override
  public void change(Operations op) {
    op.createCheck("ck_orders_total", "orders", "total > 0");
    op.invoke(tally("r13"));
  }
}
