package dev.migrations.script.single;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "needy", message = "Need a service")
public class NeedsArgument implements Migration {

  private final String table;

  public NeedsArgument(String table) {
    this.table = table;
  }

  @Override
  public void upgrade(Operations op) {
    op.execute("CREATE TABLE " + table + " ()");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable(table);
  }
}
