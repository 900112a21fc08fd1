package dev.migrations.script.mixed;

import dev.migrations.Migration;
import dev.migrations.Operations;

abstract class Base implements Migration {

  interface Unrelated {}

  static class Nested extends Base {
    @Override
    public void upgrade(Operations op) {}
  }

  @Override
  public void downgrade(Operations op) {}
}
