package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r14", down = "r13", message = "Require an e-mail")
class R14RequireEmail implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r14, first"));
    op.setNotNull("customer", "email");
    op.invoke(tally("r14, last"));
  }
}
