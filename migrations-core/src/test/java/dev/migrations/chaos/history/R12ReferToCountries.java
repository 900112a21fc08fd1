package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r12", down = "r11", message = "Refer to customers and countries")
class R12ReferToCountries implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("r12, first"));
    op.createForeignKey("fk_orders_customer", "orders", "customer_id").references("customer", "id");
    op.createForeignKey("fk_customer_country", "customer", "country").references("country", "code");
    op.invoke(tally("r12, last"));
  }
}
