package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.operation.Backfill;

@Revision(id = "r28", down = "r27", message = "Log some orders and delete their lines")
class R28MoveNotes implements Migration {

  @Override
  public void change(Operations op) {
    op.backfill("orders")
        .insertInto("log")
        .set("line", "'order ' || number")
        .where("number % 3 = 0")
        .batchSize(40)
        .reversedByNothing();
    op.invoke(tally("r28"));
    op.backfill("orders")
        .set("quantity", "quantity + 1")
        .batchSize(60)
        .reversedBy(Backfill.of("orders").set("quantity", "quantity - 1").batchSize(60));
  }
}
