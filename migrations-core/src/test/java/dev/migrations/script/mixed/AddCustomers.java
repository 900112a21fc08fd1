package dev.migrations.script.mixed;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import java.util.concurrent.atomic.AtomicInteger;

@Revision(id = "aaaa", message = "Add customers", branchLabels = "shop")
public class AddCustomers implements Migration {

  /** Counted in another class, so that looking does not load this one. */
  public static final class Loaded {
    public static final AtomicInteger TIMES = new AtomicInteger();

    private Loaded() {}
  }

  static {
    Loaded.TIMES.incrementAndGet();
  }

  private AddCustomers() {}

  @Override
  public void upgrade(Operations op) {
    op.execute("CREATE TABLE customers (id bigint PRIMARY KEY)");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("customers");
  }
}
