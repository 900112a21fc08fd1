package dev.migrations.script.mixed.more;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

final class Holder {

  @Revision(id = "cccc", down = "bbbb", dependsOn = "aaaa", message = "Fail")
  static final class Fails implements Migration {
    @Override
    public void upgrade(Operations op) {
      throw new IllegalStateException("no luck");
    }

    @Override
    public void downgrade(Operations op) {}
  }
}
