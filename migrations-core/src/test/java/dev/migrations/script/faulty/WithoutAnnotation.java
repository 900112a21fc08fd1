package dev.migrations.script.faulty;

import dev.migrations.Operations;

class WithoutAnnotation implements Kind {

  @Override
  public void upgrade(Operations op) {}

  @Override
  public void downgrade(Operations op) {}
}
