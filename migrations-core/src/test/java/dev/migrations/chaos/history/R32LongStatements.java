package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r32", down = "r31", message = "Statements longer than a batch")
class R32LongStatements implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.invoke(tally("r32, first"));
    for (int number = 0; number < 8; number++) {
      op.execute("INSERT INTO log VALUES (md5('" + "long ".repeat(1_600) + number + "'))");
    }
    op.invoke(tally("r32, last"));
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("INSERT INTO log VALUES (md5('" + "long ".repeat(7_000) + "'))");
    op.invoke(tally("r32 taken back"));
  }
}
