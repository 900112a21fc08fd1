package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.IndexKey.expression;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(
    id = "s04",
    down = {"s03", "z02"},
    message = "Merge the audit")
class S04MergeAudit implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(tally("s04, first"));
    op.createDomain("email", TEXT).check("ck_at", "VALUE LIKE '%@%'");
    op.createIndex("ix_audit_upper", "audit", expression("upper(line)"));
    op.invoke(tally("s04, last"));
  }
}
