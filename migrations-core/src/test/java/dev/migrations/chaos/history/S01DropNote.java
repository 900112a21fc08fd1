package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.TEXT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "s01", down = "m01", message = "Drop a column")
class S01DropNote implements Migration {

  @Override
  public void change(Operations op) {
    op.dropColumn("orders", "note").definition(column("note", TEXT));
    op.invoke(tally("s01"));
  }
}
