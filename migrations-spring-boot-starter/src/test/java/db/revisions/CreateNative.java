package db.revisions;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/** A revision in the default location. */
@Revision(id = "e00000000001", message = "Nothing, for a native image")
public class CreateNative implements Migration {

  @Override
  public void upgrade(Operations op) {}

  @Override
  public void downgrade(Operations op) {}
}
