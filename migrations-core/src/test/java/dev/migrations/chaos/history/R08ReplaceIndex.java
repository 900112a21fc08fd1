package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.CreateIndex.index;
import static dev.migrations.operation.IndexKey.expression;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r08", down = "r07", message = "Replace an index")
class R08ReplaceIndex implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r08, first"));
    op.createIndex("ix_customer_email", "customer", expression("lower(email)"))
        .where("email IS NOT NULL");
    op.invoke(tally("r08"));
    op.dropIndex("ix_customer_email")
        .definition(
            index("ix_customer_email", "customer", expression("lower(email)"))
                .where("email IS NOT NULL"));
    op.createIndex("ix_customer_email", "customer", "email", "name");
    op.invoke(tally("r08, last"));
  }
}
