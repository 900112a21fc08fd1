package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.operation.Backfill;

@Revision(id = "r27", down = "r26", message = "Count a visit")
class R27CountVisits implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r27, first"));
    op.backfill("customer")
        .set("visits", "visits + 1")
        .batchSize(20)
        .reversedBy(Backfill.of("customer").set("visits", "visits - 1").batchSize(20));
    op.invoke(tally("r27, last"));
  }
}
