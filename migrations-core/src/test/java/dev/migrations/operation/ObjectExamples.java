package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.CreatePublication.publication;
import static dev.migrations.operation.CreateStatistics.Kind.MCV;
import static dev.migrations.operation.CreateStatistics.Kind.NDISTINCT;
import static dev.migrations.operation.CreateStatistics.statistics;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.IndexKey.expression;
import static dev.migrations.operation.IndexKey.key;
import static dev.migrations.operation.PublicationMember.publishedTable;

import dev.migrations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Examples of what is alike for objects of any kind, of statistics and of publications. */
final class ObjectExamples {

  /** An object of each kind. */
  static final Consumer<Operations> EVERYTHING =
      op -> {
        op.createSchema("app");
        op.createSchema("other");
        op.createTable(
            "app.orders",
            column("id", BIGINT).primaryKey(),
            column("total", INTEGER).check("ck_total", "total > 0"),
            column("note", TEXT));
        op.createIndex("ix_note", "app.orders", "note");
        op.createSequence("app.number");
        op.createEnum("app.status", "open");
        op.createDomain("app.email", TEXT).check("ck_at", "VALUE LIKE '%@%'");
        op.createStatistics("app.st", "app.orders", "total", "note");
        op.createPublication("sales", publishedTable("app.orders"));
        op.createExtension("pg_trgm").schema("app");
        op.execute(
            """
            COMMENT ON EXTENSION pg_trgm IS NULL;
            CREATE VIEW app.open_orders AS SELECT id FROM app.orders;
            CREATE MATERIALIZED VIEW app.totals AS SELECT sum(total) FROM app.orders;
            CREATE COLLATION app.plain (provider = libc, locale = 'C');
            CREATE FOREIGN DATA WRAPPER nothing;
            CREATE SERVER nowhere FOREIGN DATA WRAPPER nothing;
            CREATE FOREIGN TABLE app.far (a int) SERVER nowhere;
            CREATE FUNCTION app.twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n';
            CREATE FUNCTION app.twice(n text) RETURNS text LANGUAGE sql AS 'SELECT n || n';
            CREATE PROCEDURE app.archive() LANGUAGE sql AS '';
            CREATE AGGREGATE app.product(integer) (sfunc = int4mul, stype = integer);
            CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql
              AS 'BEGIN RETURN new; END';
            CREATE TRIGGER tg BEFORE INSERT ON app.orders
              FOR EACH ROW EXECUTE FUNCTION app.touch();
            CREATE POLICY mine ON app.orders;
            CREATE RULE quiet AS ON DELETE TO app.orders DO INSTEAD NOTHING;
            """);
      };

  private ObjectExamples() {}

  static List<OperationExample> examples() {
    List<OperationExample> all = new ArrayList<>();
    all.addAll(written());
    for (DatabaseObject object : objects()) {
      all.add(of("commentOn", op -> op.commentOn(object, "it's \\ new").fromNone()));
      if (object.kind().renamable()) {
        all.add(of("rename", op -> op.rename(object, "new name")));
      }
      if (object.kind().movable()) {
        all.add(of("setSchema", op -> op.setSchema(object, "other").from("app")));
      }
    }
    all.add(
        OperationExample.of(
            "setSchema",
            op -> {
              op.createSchema("other");
              op.createTable("orders", column("id", BIGINT));
            },
            op -> op.setSchema(DatabaseObject.table("orders"), "other").from("public")));
    all.add(
        OperationExample.of(
            "commentOn",
            EVERYTHING.andThen(op -> op.commentOn(DatabaseObject.schema("app"), "x")),
            op -> op.commentOn(DatabaseObject.schema("app"), null).from("x")));
    all.addAll(statisticsObjects());
    all.addAll(publications());
    return all;
  }

  /** One of each kind. */
  static List<DatabaseObject> objects() {
    return List.of(
        DatabaseObject.table("app.orders"),
        DatabaseObject.foreignTable("app.far"),
        DatabaseObject.view("app.open_orders"),
        DatabaseObject.materializedView("app.totals"),
        DatabaseObject.sequence("app.number"),
        DatabaseObject.index("app.ix_note"),
        DatabaseObject.type("app.status"),
        DatabaseObject.domain("app.email"),
        DatabaseObject.collation("app.plain"),
        DatabaseObject.statistics("app.st"),
        DatabaseObject.function("app.twice(integer)"),
        DatabaseObject.procedure("app.archive"),
        DatabaseObject.aggregate("app.product(integer)"),
        DatabaseObject.schema("app"),
        DatabaseObject.extension("pg_trgm"),
        DatabaseObject.publication("sales"),
        DatabaseObject.constraint("app.orders", "ck_total"),
        DatabaseObject.domainConstraint("app.email", "ck_at"),
        DatabaseObject.trigger("app.orders", "tg"),
        DatabaseObject.policy("app.orders", "mine"),
        DatabaseObject.rule("app.orders", "quiet"));
  }

  private static OperationExample of(String name, Consumer<Operations> recorded) {
    return OperationExample.of(name, EVERYTHING, recorded);
  }

  private static List<OperationExample> written() {
    return List.of(
        of("rename", op -> op.rename(DatabaseObject.rule("app.orders", "quiet"), "silent")),
        of(
            "commentOn",
            op ->
                op.commentOn(DatabaseObject.type("app.status"), "how far an order is").fromNone()),
        of(
            "setSchema",
            op -> op.setSchema(DatabaseObject.view("app.open_orders"), "other").from("app")),
        of("renameIndex", op -> op.renameIndex("app.ix_note", "ix_orders_note")),
        of("renameView", op -> op.renameView("app.open_orders", "unpaid")),
        of("renameMaterializedView", op -> op.renameMaterializedView("app.totals", "sums")),
        of("renameSequence", op -> op.renameSequence("app.number", "order_number")),
        of("renameType", op -> op.renameType("app.status", "order_status")),
        of("renameDomain", op -> op.renameDomain("app.email", "mail")),
        of("renameSchema", op -> op.renameSchema("app", "shop")),
        of("renameStatistics", op -> op.renameStatistics("app.st", "st_total")),
        of("renamePublication", op -> op.renamePublication("sales", "orders")),
        of("renameFunction", op -> op.renameFunction("app.twice(text)", "doubled")),
        of("renameProcedure", op -> op.renameProcedure("app.archive()", "put_away")),
        of("renameConstraint", op -> op.renameConstraint("app.orders", "ck_total", "ck_sum")),
        of("renameDomainConstraint", op -> op.renameDomainConstraint("app.email", "ck_at", "ck")),
        of("renameTrigger", op -> op.renameTrigger("app.orders", "tg", "touch")),
        of("renamePolicy", op -> op.renamePolicy("app.orders", "mine", "own")));
  }

  private static List<OperationExample> statisticsObjects() {
    return List.of(
        of("createStatistics", op -> op.createStatistics("app.st2", "app.orders", "id", "total")),
        of(
            "createStatistics",
            op ->
                op.createStatistics(
                        "app.st2", "app.orders", key("total"), expression("lower(note)"))
                    .kinds(NDISTINCT, MCV)),
        of("alterStatistics", op -> op.alterStatistics("app.st", 500).from(-1)),
        of(
            "dropStatistics",
            op ->
                op.dropStatistics("app.st")
                    .definition(statistics("app.st", "app.orders", "total", "note"))));
  }

  private static List<OperationExample> publications() {
    return List.of(
        of("createPublication", op -> op.createPublication("empty")),
        of("createPublication", op -> op.createPublication("all").allTables().publish("insert")),
        of(
            "createPublication",
            op ->
                op.createPublication("some", publishedTable("app.orders"))
                    .publish("insert", "update")
                    .viaPartitionRoot()),
        of(
            "alterPublication",
            op -> op.alterPublication("sales").drop(publishedTable("app.orders"))),
        OperationExample.of(
            "alterPublication",
            op -> {
              op.createTable("a", column("id", BIGINT));
              op.createTable("b", column("id", BIGINT));
              op.createPublication("sales", publishedTable("a"));
            },
            op -> op.alterPublication("sales").add(publishedTable("b")).drop(publishedTable("a"))),
        of(
            "dropPublication",
            op ->
                op.dropPublication("sales")
                    .definition(publication("sales", publishedTable("app.orders")))));
  }
}
