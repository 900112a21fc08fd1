package dev.migrations.chaos.history;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "s02", down = "s01", message = "Rename a table and a column")
class S02Rename implements Migration {

  @Override
  public void change(Operations op) {
    op.renameTable("place", "site");
    op.renameColumn("site", "name", "title");
    op.commentOnTable("site", "where things are").fromNone();
    op.setDefault("site", "title", "nowhere").fromNone();
  }
}
