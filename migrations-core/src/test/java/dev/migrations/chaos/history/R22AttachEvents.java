package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.PartitionBounds.from;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r22", down = "r21", message = "Attach the next events")
class R22AttachEvents implements Migration {

  @Override
  public void change(Operations op) {
    op.createIndex("ix_event_2_what", "event_2", "what");
    op.createUnique("uq_event_2", "event_2", "id");
    op.createForeignKey("fk_event_2_customer", "event_2", "customer_id")
        .references("customer", "id");
    op.attachPartition("event", "event_2").forValues(from(200).to(300));
    op.invoke(tally("r22"));
  }
}
