package dev.migrations.chaos.history;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "b02", down = "b01", message = "Take the places of the stock", dependsOn = "a01")
class B02FillPlaces implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.execute("INSERT INTO place SELECT place FROM stock");
    op.execute("UPDATE stock SET pieces = pieces + 1");
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("DELETE FROM place WHERE ctid IN (SELECT max(ctid) FROM place GROUP BY name)");
    op.execute("UPDATE stock SET pieces = pieces - 1");
  }
}
