package dev.migrations.soak.template;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "soakIIIIIIII", down = "soakDDDDDDDD", message = "Note the entries NNNNN in batches")
class BackfillNNNNN implements Migration {

  @Override
  public void change(Operations op) {
    op.backfill("entry_NNNNN").set("note", "'about ' || name").batchSize(8).reversedByNothing();
  }
}
