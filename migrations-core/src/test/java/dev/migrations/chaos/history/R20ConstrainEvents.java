package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r20", down = "r19", message = "Constrain the events")
class R20ConstrainEvents implements Migration {

  @Override
  public void change(Operations op) {
    op.createUnique("uq_event", "event", "id").onPartitions("event_0", "event_1");
    op.invoke(tally("r20"));
    op.createForeignKey("fk_event_customer", "event", "customer_id")
        .references("customer", "id")
        .onPartitions("event_0", "event_1");
  }
}
