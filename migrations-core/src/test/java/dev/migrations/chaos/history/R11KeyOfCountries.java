package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r11", down = "r10", message = "Give countries a key")
class R11KeyOfCountries implements Migration {

  @Override
  public void change(Operations op) {
    op.createPrimaryKey("country_pkey", "country", "code");
    op.invoke(tally("r11"));
  }
}
