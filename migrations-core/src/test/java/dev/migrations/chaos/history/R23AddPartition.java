package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.PartitionBounds.from;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r23", down = "r22", message = "Add a partition")
class R23AddPartition implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r23"));
    op.createPartition("event", "event_3").forValues(from(300).to(400));
  }
}
