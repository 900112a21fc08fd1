package tenants.revisions;

import static tenants.CreateTenant.createTenant;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "7e4a17c0ffee", message = "Create the first tenants")
class CreateFirstTenants implements Migration {

  @Override
  public void change(Operations op) {
    op.invoke(createTenant("acme"));
    op.invoke(createTenant("globex"));
  }
}
