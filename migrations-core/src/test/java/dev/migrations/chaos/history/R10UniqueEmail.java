package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r10", down = "r09", message = "Make the e-mail unique")
class R10UniqueEmail implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r10, first"));
    op.createUnique("uq_customer_email", "customer", "email");
    op.invoke(tally("r10, last"));
  }
}
