package dev.migrations.chaos.history;

import static dev.migrations.operation.Privilege.SELECT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "s03", down = "s02", message = "Rights")
class S03Rights implements Migration {

  @Override
  public void change(Operations op) {
    op.grant(SELECT).onTable("site").to("pg_monitor");
    op.enableRowLevelSecurity("site");
    op.createPolicy("all_sites", "site").using("true");
    op.createSequence("tickets");
    op.createStatistics("st_orders", "orders", "number", "total");
  }
}
