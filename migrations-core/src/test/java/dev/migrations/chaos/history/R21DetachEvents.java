package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.PartitionBounds.from;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r21", down = "r20", message = "Detach the first events")
class R21DetachEvents implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r21, first"));
    op.detachPartition("event", "event_0").forValues(from(0).to(100));
    op.invoke(tally("r21, last"));
  }
}
