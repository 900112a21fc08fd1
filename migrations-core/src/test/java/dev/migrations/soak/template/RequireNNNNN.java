package dev.migrations.soak.template;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(
    id = "soakIIIIIIII",
    down = "soakDDDDDDDD",
    message = "Require notes of the entries NNNNN")
class RequireNNNNN implements Migration {

  @Override
  public void change(Operations op) {
    op.setNotNull("entry_NNNNN", "note");
    op.createCheck("ck_entry_NNNNN_note", "entry_NNNNN", "note <> ''");
  }
}
