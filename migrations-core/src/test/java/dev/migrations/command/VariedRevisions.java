package dev.migrations.command;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Column;
import dev.migrations.operation.DataType;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A history with all that a script has to get right. */
final class VariedRevisions {

  private VariedRevisions() {}

  static Migrations on(TestDatabase db, Path directory, Migration... more) {
    write(new SqlRevisions(directory));
    List<Migration> classes = new ArrayList<>(List.of(new Referring(), new Quoting()));
    classes.addAll(List.of(more));
    RevisionScripts scripts =
        RevisionScripts.load(
            List.of(directory.toUri().toString()), classes, VariedRevisions.class.getClassLoader());
    return new Migrations(db.dataSource(), scripts, SqlRevisions.settings(), List.of());
  }

  private static void write(SqlRevisions revisions) {
    revisions
        .add(
            "r1",
            "",
            """
            CREATE TABLE customer (id bigint PRIMARY KEY, name text);
            CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);
            INSERT INTO customer VALUES (1, 'back\\slash; ''quote'' -- no comment');""",
            "DROP TABLE orders;\nDROP TABLE customer;")
        .add(
            "r2",
            "r1",
            """
            CREATE FUNCTION twice(i int) RETURNS int LANGUAGE plpgsql AS $body$
            BEGIN
              RETURN i * 2; -- twice
            END $body$;
            CREATE INDEX CONCURRENTLY orders_customer ON orders (customer_id);""",
            "DROP INDEX CONCURRENTLY orders_customer;\nDROP FUNCTION twice;")
        .add(
            "r3",
            "r2",
            """
            CREATE SCHEMA other;
            SET search_path TO other;
            CREATE TABLE elsewhere (id int);""",
            "DROP TABLE other.elsewhere;\nDROP SCHEMA other;")
        .add("s3", "r2", "CREATE TABLE side (id int);\nSELECT twice(2);", "DROP TABLE side;")
        .write(
            "t4",
            """
            -- revision: t4
            -- down-revision: r3, s3
            -- message: Join
            -- upgrade
            -- downgrade
            """);
  }

  @Revision(id = "u5", down = "t4", message = "Refer to 'customers'; -- and go on")
  private static final class Referring implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.createForeignKey("orders_customer_fk", "orders", "customer_id")
          .references("customer", "id");
      op.setNotNull("customer", "name");
    }

    @Override
    public void downgrade(Operations op) {
      op.dropNotNull("customer", "name");
      op.dropConstraint("orders", "orders_customer_fk");
    }
  }

  @Revision(id = "v6", down = "u5", message = "Quote")
  private static final class Quoting implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.createTable(
          "Größe \"1\"",
          Column.column("id", DataType.BIGINT).primaryKey(),
          Column.column("note", DataType.TEXT).defaultExpression("'é'"));
      op.createIndex("Ix", "orders", "customer_id", "id");
    }

    @Override
    public void downgrade(Operations op) {
      op.dropIndex("Ix").on("orders");
      op.dropTable("Größe \"1\"");
    }
  }
}
