package dev.migrations.chaos.history;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.PartitionBounds.from;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.operation.PartitionBy;

@Revision(id = "r18", down = "r17", message = "Create events")
class R18CreateEvents implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
            "event",
            column("id", INTEGER).notNull(),
            column("customer_id", BIGINT),
            column("what", TEXT))
        .partitionBy(PartitionBy.range("id"));
    op.createPartition("event", "event_0").forValues(from(0).to(100));
    op.createPartition("event", "event_1").forValues(from(100).to(200));
    op.createTable(
        "event_2",
        column("id", INTEGER).notNull(),
        column("customer_id", BIGINT),
        column("what", TEXT));
    op.execute(
        "INSERT INTO event SELECT g, g % 60 + 1, 'what ' || g FROM generate_series(0, 199, 4) AS g");
    op.execute(
        "INSERT INTO event_2 SELECT g, g % 60 + 1, 'what ' || g FROM generate_series(200, 299, 4) AS g");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("event_2");
    op.dropTable("event");
  }
}
