package tenants;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.Constraint.primaryKey;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.NUMERIC;

import dev.migrations.operation.CreateSchema;
import dev.migrations.operation.CreateTable;
import dev.migrations.operation.Operation;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.UnitWriter;
import java.util.List;

/** Creates the schema of a tenant with the tables that every tenant has. */
public record CreateTenant(String tenant) implements Operation {

  public static CreateTenant createTenant(String tenant) {
    return new CreateTenant(tenant);
  }

  private List<Operation> parts() {
    return List.of(
        CreateSchema.builder(tenant).build(),
        CreateTable.builder(
                new QualifiedName(tenant, "invoice"),
                column("id", BIGINT).generatedAlwaysAsIdentity(),
                column("amount", NUMERIC).notNull(),
                primaryKey("id"))
            .build());
  }

  @Override
  public void writeTo(UnitWriter units) {
    parts().forEach(part -> part.writeTo(units));
  }

  @Override
  public Reversal reversal() {
    return Reversal.ofAll(parts());
  }

  @Override
  public String summary() {
    return "create tenant " + tenant;
  }
}
