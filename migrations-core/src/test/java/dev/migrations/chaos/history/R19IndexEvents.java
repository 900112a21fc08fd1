package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r19", down = "r18", message = "Index the events")
class R19IndexEvents implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r19, first"));
    op.createIndex("ix_event_what", "event", "what").onPartitions("event_0", "event_1");
    op.invoke(tally("r19, last"));
  }
}
