package dev.migrations.engine;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.CreateIndex.index;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.varchar;
import static dev.migrations.operation.PartitionBounds.from;
import static dev.migrations.operation.PartitionBounds.hash;
import static dev.migrations.operation.PartitionBounds.in;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import java.time.Duration;

/**
 * The operations that write blocks, walk in batches or ask the catalog. Nothing that the author
 * writes here calls a function or an operator by a name that the search path decides on.
 */
final class EveryBlock {

  private EveryBlock() {}

  @Revision(id = "ops", message = "Operations")
  static final class Tables implements Migration {

    @Override
    public void upgrade(Operations op) {
      op.execute(
          """
          CREATE TYPE mood AS ENUM ('sad', 'ok');
          CREATE TABLE person (
            id bigint PRIMARY KEY, code varchar(10) NOT NULL, mood mood, n integer, CONSTRAINT uq UNIQUE (code));
          INSERT INTO person VALUES (1, 'a', 'ok', 1), (2, 'b', 'ok', 2), (3, 'c', 'sad', 3);
          CREATE TABLE log (code varchar(10), mood mood, n integer) PARTITION BY RANGE (code, n);
          CREATE TABLE log_a PARTITION OF log FOR VALUES FROM ('a', 0) TO ('b', 0);
          CREATE TABLE log_rest PARTITION OF log DEFAULT;
          CREATE TABLE log_b (code varchar(10), mood mood, n integer);
          CREATE TABLE feeling (mood mood, n integer) PARTITION BY LIST (mood);
          CREATE TABLE feeling_ok (mood mood, n integer);
          CREATE TABLE spread (n integer) PARTITION BY HASH (n);
          CREATE TABLE spread_0 (n integer);
          INSERT INTO log_b VALUES ('b', 'ok', 1);
          INSERT INTO feeling_ok VALUES ('ok', 1);""");
    }

    @Override
    public void downgrade(Operations op) {
      op.execute("DROP TABLE person, log, feeling, spread; DROP TYPE mood");
    }
  }

  @Revision(id = "ops2", down = "ops", message = "Operations on tables in use")
  static final class InUse implements Migration {

    @Override
    public void upgrade(Operations op) {
      op.backfill("person")
          .set("n", "id")
          .batchSize(2)
          .maxReplicaLag(Duration.ofMinutes(1))
          .maxTransactionAge(Duration.ofHours(1))
          .reversedByNothing();
      op.backfill("person").set("n", "id").key("code").batchSize(2).reversedByNothing();
      op.addColumn("person", column("number", BIGINT).generatedAlwaysAsIdentity());
      op.addColumn(
          "person", column("rank", INTEGER).notNull().defaultExpression("pg_catalog.random()"));
      op.createIndex("ix_n", "person", "n");
      op.alterColumnType("person", "code", varchar(20)).from(varchar(10));
      op.changeColumnType("person", "n", BIGINT).keeping(index("ix_n", "person", "n"));
      op.setNotNull("person", "n");
      op.createForeignKey("fk", "person", "id").references("person", "id");
      op.attachPartition("log", "log_b").forValues(from("b", 0).to("c", 0));
      op.attachPartition("feeling", "feeling_ok").forValues(in("ok"));
      op.attachPartition("spread", "spread_0").forValues(hash(2, 0));
      op.createIndex("ix_log", "log", "n").onPartitions("log_a", "log_b", "log_rest");
      op.createUnique("uq_feeling", "feeling", "mood").onPartitions("feeling_ok");
      op.reindexTable("person");
      op.dropIndex("ix_n");
    }

    @Override
    public void downgrade(Operations op) {}
  }
}
