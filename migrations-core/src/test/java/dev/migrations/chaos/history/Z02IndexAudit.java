package dev.migrations.chaos.history;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "z02", down = "z01", message = "Index the audit")
class Z02IndexAudit implements Migration {

  @Override
  public void change(Operations op) {
    op.createIndex("ix_audit", "audit", "line");
  }
}
