package dev.migrations.example;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import java.time.Duration;

/** A revision that changes rows in batches. */
@Revision(id = "0e5d2b7f4a19", message = "Write SKUs in upper case")
class UpperCaseSkus implements Migration {

  @Override
  public void change(Operations op) {
    op.backfill("products")
        .set("sku", "upper(sku)")
        .where("sku <> upper(sku)")
        .maxReplicaLag(Duration.ofSeconds(10))
        .reversedByNothing();
  }
}
