package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.Constraint.check;
import static dev.migrations.operation.Constraint.foreignKey;
import static dev.migrations.operation.Constraint.primaryKey;
import static dev.migrations.operation.Constraint.unique;
import static dev.migrations.operation.CreateIndex.index;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.JSONB;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static dev.migrations.operation.DataType.array;
import static dev.migrations.operation.DataType.named;
import static dev.migrations.operation.DataType.varchar;
import static dev.migrations.operation.IndexKey.expression;
import static dev.migrations.operation.IndexKey.key;
import static dev.migrations.operation.ReferentialAction.CASCADE;
import static dev.migrations.operation.ReferentialAction.RESTRICT;
import static dev.migrations.operation.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation on a table with rows and on a new one: both end in the same schema, and taking
 * the operation back gives the schema before.
 */
@PostgresTest
class OperationsOnPostgresTests {

  private static final List<String> TABLES = List.of("customer", "app.orders", "extra", "loose");

  private static final String SCHEMA =
      """
      CREATE SCHEMA app;
      CREATE TYPE app.order_status AS ENUM ('open', 'paid');
      CREATE TABLE customer (id bigint PRIMARY KEY, name text);
      INSERT INTO customer SELECT n, 'c' || n FROM generate_series(1, 50) n;
      CREATE TABLE extra (id bigint PRIMARY KEY, name varchar(20) DEFAULT 'x');
      INSERT INTO extra SELECT n FROM generate_series(1, 50) n;
      CREATE TABLE loose (id bigint PRIMARY KEY, name varchar(20) DEFAULT 'x');
      CREATE TABLE extra2 (a bigint, b bigint, PRIMARY KEY (a, b));
      CREATE TABLE app.orders (
        id bigint NOT NULL,
        customer_id bigint,
        total integer,
        email text DEFAULT 'none',
        code varchar(10) NOT NULL,
        at timestamptz,
        CONSTRAINT ck_code CHECK (code <> ''),
        CONSTRAINT uq_total UNIQUE (total) DEFERRABLE,
        CONSTRAINT fk_extra FOREIGN KEY (customer_id) REFERENCES extra (id)
      );
      COMMENT ON TABLE app.orders IS 'orders';
      ALTER TABLE app.orders ADD CONSTRAINT ck_open CHECK (total > 0) NOT VALID;
      CREATE INDEX ix_email ON app.orders (lower(email)) WHERE total > 0;
      INSERT INTO app.orders
        SELECT n, n, n, 'e' || n, 'c' || n, now() FROM generate_series(1, 50) n;
      """;

  record Case(String name, Consumer<Operations> author) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "create table",
            op ->
                op.createTable(
                        "app.line",
                        column("id", BIGINT).generatedAlwaysAsIdentity().primaryKey(),
                        column("customer_id", BIGINT)
                            .notNull()
                            .references("customer", "id")
                            .onDelete(CASCADE)
                            .onUpdate(RESTRICT),
                        column("status", named("app.order_status")).defaultValue("open"),
                        column("tags", array(TEXT)).notNull().defaultExpression("'{}'"),
                        column("data", JSONB).check("data ? 'x'").comment("it's"),
                        column("number", INTEGER).generatedByDefaultAsIdentity().unique(),
                        column("double", INTEGER).generatedStored("number * 2"),
                        column("code", varchar(3)).collate("C").check("ck", "code > ''"),
                        unique("number", "code").initiallyDeferred().include("status"),
                        check("number < 5").named("ck_number"),
                        foreignKey("customer_id", "customer_id")
                            .references("extra2", "a", "b")
                            .withMatchFull()
                            .deferrable()
                            .named("fk"))
                    .comment("the lines")),
        new Case(
            "create table with a key of two columns",
            op -> op.createTable("l", column("a", TEXT), column("b", TEXT), primaryKey("a", "b"))),
        new Case(
            "drop table",
            op ->
                op.dropTable("loose")
                    .definition(
                        column("id", BIGINT).primaryKey(),
                        column("name", varchar(20)).defaultValue("x"))),
        new Case("rename table", op -> op.renameTable("app.orders", "Purchase Order")),
        new Case("rename column", op -> op.renameColumn("app.orders", "total", "select")),
        new Case(
            "comment on table",
            op -> op.commentOnTable("app.orders", "it's \\ new").from("orders")),
        new Case("remove comment", op -> op.commentOnTable("app.orders", null).from("orders")),
        new Case(
            "comment on column", op -> op.commentOnColumn("app.orders", "id", "key").fromNone()),
        new Case("add column", op -> op.addColumn("app.orders", column("note", TEXT))),
        new Case(
            "add column with all that may belong to it",
            op ->
                op.addColumn(
                    "app.orders",
                    column("extra_id", BIGINT)
                        .unique()
                        .check("extra_id > 0")
                        .check("ck_extra", "extra_id < 10")
                        .references("extra")
                        .onDelete(SET_NULL)
                        .comment("x"))),
        new Case(
            "add required columns with defaults",
            op -> {
              op.addColumn("app.orders", column("a", INTEGER).notNull().defaultValue(5));
              op.addColumn(
                  "app.orders", column("b", TIMESTAMPTZ).notNull().defaultExpression("now()"));
              op.addColumn("app.orders", column("c", array(TEXT)).defaultValue(List.of("x y")));
            }),
        new Case(
            "drop column",
            op -> op.dropColumn("app.orders", "at").definition(column("at", TIMESTAMPTZ))),
        new Case(
            "drop column with its constraint",
            op ->
                op.dropColumn("extra", "name")
                    .definition(column("name", varchar(20)).defaultValue("x"))),
        new Case("alter type", op -> op.alterColumnType("app.orders", "id", INTEGER).from(BIGINT)),
        new Case(
            "alter type by an expression",
            op ->
                op.alterColumnType("app.orders", "code", TEXT)
                    .using("code || '!'")
                    .collate("C")
                    .from(varchar(10), "rtrim(code, '!')")),
        new Case("set not null", op -> op.setNotNull("app.orders", "email")),
        new Case("drop not null", op -> op.dropNotNull("app.orders", "id")),
        new Case("set default", op -> op.setDefault("app.orders", "at", "infinity").fromNone()),
        new Case(
            "replace default", op -> op.setDefault("app.orders", "email", "it's").from("none")),
        new Case(
            "set default expression",
            op -> op.setDefaultExpression("app.orders", "at", "clock_timestamp()").fromNone()),
        new Case("drop default", op -> op.dropDefault("app.orders", "email").from("none")),
        new Case("create index", op -> op.createIndex("ix", "app.orders", "customer_id", "at")),
        new Case(
            "create index with options",
            op ->
                op.createIndex(
                        "IX 2",
                        "app.orders",
                        key("code").operatorClass("text_pattern_ops").desc().nullsLast(),
                        expression("lower(email)").collate("C"))
                    .unique()
                    .include("id")
                    .where("total > 0")),
        new Case(
            "create index by another method",
            op -> op.createIndex("ix", "app.orders", "at").using("brin")),
        new Case(
            "drop index",
            op ->
                op.dropIndex("app.ix_email")
                    .definition(
                        index("ix_email", "app.orders", expression("lower(email)"))
                            .where("total > 0"))),
        new Case(
            "create foreign key",
            op ->
                op.createForeignKey("fk", "app.orders", "customer_id")
                    .references("customer", "id")
                    .onDelete(SET_NULL)
                    .onUpdate(CASCADE)
                    .initiallyDeferred()),
        new Case(
            "create foreign key not valid",
            op ->
                op.createForeignKey("fk", "app.orders", "customer_id")
                    .references("customer")
                    .matchFull()
                    .notValid()),
        new Case("create check", op -> op.createCheck("ck", "app.orders", "total < 100")),
        new Case(
            "create check not valid",
            op -> op.createCheck("ck", "app.orders", "total < 10").notValid()),
        new Case("create unique", op -> op.createUnique("uq", "app.orders", "id", "code")),
        new Case(
            "create unique with options",
            op ->
                op.createUnique("uq", "app.orders", "id")
                    .include("code", "at")
                    .initiallyDeferred()),
        new Case(
            "create primary key", op -> op.createPrimaryKey("orders_pkey", "app.orders", "id")),
        new Case(
            "create deferrable primary key",
            op ->
                op.createPrimaryKey("pk", "app.orders", "id", "code")
                    .include("email")
                    .deferrable()),
        new Case(
            "validate constraint",
            op -> op.validateConstraint("app.orders", "ck_open").definition(check("total > 0"))),
        new Case(
            "drop check",
            op -> op.dropConstraint("app.orders", "ck_code").definition(check("code <> ''"))),
        new Case(
            "drop unique",
            op ->
                op.dropConstraint("app.orders", "uq_total")
                    .definition(unique("total").deferrable())),
        new Case(
            "drop primary key",
            op -> op.dropConstraint("customer", "customer_pkey").definition(primaryKey("id"))),
        new Case(
            "run code",
            op ->
                op.run("make", connection -> execute(connection, "CREATE TABLE made (a int)"))
                    .reversedBy(connection -> execute(connection, "DROP TABLE made"))));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothRoadsEndInTheSameSchemaAndLeadBack(Case c, TestDatabase db) throws SQLException {
    db.execute(SCHEMA);
    List<Operation> upgrade = Rendering.recorded(c.author());
    List<Operation> downgrade = UnitRunner.reversed(upgrade);
    List<String> before = Catalog.of(db);
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, upgrade);
      List<String> bySafeRoad = Catalog.of(db);
      assertThat(bySafeRoad).isNotEqualTo(before);
      UnitRunner.run(connection, downgrade);
      assertThat(Catalog.of(db)).isEqualTo(before);

      UnitRunner.runAsNew(connection, upgrade, TABLES);
      assertThat(Catalog.of(db)).isEqualTo(bySafeRoad);
      UnitRunner.runAsNew(connection, downgrade, TABLES);
      assertThat(Catalog.of(db)).isEqualTo(before);
    }
  }
}
