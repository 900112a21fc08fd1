package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.BOOLEAN;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.IndexKey.expression;
import static dev.migrations.operation.IndexKey.key;
import static dev.migrations.operation.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for a table in use, for a new one, and by the blocking form. */
class SafeRoadTests {

  record Case(
      String name,
      Consumer<Operations> safe,
      Consumer<Operations> blocking,
      List<String> onTableInUse,
      String plain) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "index",
            op -> op.createIndex("ix", "app.orders", "customer_id", "at"),
            op -> op.createIndex("ix", "app.orders", "customer_id", "at").blocking(),
            List.of("outside: CREATE INDEX CONCURRENTLY ix ON app.orders (customer_id, at)"),
            "CREATE INDEX ix ON app.orders (customer_id, at)"),
        new Case(
            "dropped index",
            op -> op.dropIndex("ix").on("app.orders"),
            op -> op.dropIndex("ix").on("app.orders").blocking(),
            List.of("outside: DROP INDEX CONCURRENTLY app.ix"),
            "DROP INDEX app.ix"),
        new Case(
            "foreign key",
            op ->
                op.createForeignKey("fk", "app.orders", "customer_id")
                    .references("customer", "id")
                    .onDelete(CASCADE),
            op ->
                op.createForeignKey("fk", "app.orders", "customer_id")
                    .references("customer", "id")
                    .onDelete(CASCADE)
                    .blocking(),
            List.of(
                "ALTER TABLE app.orders ADD CONSTRAINT fk FOREIGN KEY (customer_id)"
                    + " REFERENCES customer (id) ON DELETE CASCADE NOT VALID",
                "ALTER TABLE app.orders VALIDATE CONSTRAINT fk"),
            "ALTER TABLE app.orders ADD CONSTRAINT fk FOREIGN KEY (customer_id)"
                + " REFERENCES customer (id) ON DELETE CASCADE"),
        new Case(
            "check",
            op -> op.createCheck("ck", "app.orders", "total >= 0"),
            op -> op.createCheck("ck", "app.orders", "total >= 0").blocking(),
            List.of(
                "ALTER TABLE app.orders ADD CONSTRAINT ck CHECK (total >= 0) NOT VALID",
                "ALTER TABLE app.orders VALIDATE CONSTRAINT ck"),
            "ALTER TABLE app.orders ADD CONSTRAINT ck CHECK (total >= 0)"),
        new Case(
            "unique constraint",
            op -> op.createUnique("uq", "app.orders", "a", "b").include("c").initiallyDeferred(),
            op ->
                op.createUnique("uq", "app.orders", "a", "b")
                    .include("c")
                    .initiallyDeferred()
                    .blocking(),
            List.of(
                "outside: CREATE UNIQUE INDEX CONCURRENTLY uq ON app.orders (a, b) INCLUDE (c)",
                "ALTER TABLE app.orders ADD CONSTRAINT uq UNIQUE USING INDEX uq"
                    + " DEFERRABLE INITIALLY DEFERRED"),
            "ALTER TABLE app.orders ADD CONSTRAINT uq UNIQUE (a, b) INCLUDE (c)"
                + " DEFERRABLE INITIALLY DEFERRED"),
        new Case(
            "primary key",
            op -> op.createPrimaryKey("pk", "app.orders", "a", "b"),
            op -> op.createPrimaryKey("pk", "app.orders", "a", "b").blocking(),
            List.of(
                "ALTER TABLE app.orders"
                    + " ADD CONSTRAINT orders_a_not_null_check CHECK (a IS NOT NULL) NOT VALID,"
                    + " ADD CONSTRAINT orders_b_not_null_check CHECK (b IS NOT NULL) NOT VALID",
                "ALTER TABLE app.orders VALIDATE CONSTRAINT orders_a_not_null_check,"
                    + " VALIDATE CONSTRAINT orders_b_not_null_check",
                "ALTER TABLE app.orders ALTER COLUMN a SET NOT NULL, ALTER COLUMN b SET NOT NULL"
                    + " ; ALTER TABLE app.orders DROP CONSTRAINT orders_a_not_null_check,"
                    + " DROP CONSTRAINT orders_b_not_null_check",
                "outside: CREATE UNIQUE INDEX CONCURRENTLY pk ON app.orders (a, b)",
                "ALTER TABLE app.orders ADD CONSTRAINT pk PRIMARY KEY USING INDEX pk"),
            "ALTER TABLE app.orders ADD CONSTRAINT pk PRIMARY KEY (a, b)"),
        new Case(
            "column with constraints",
            op -> op.addColumn("app.orders", columnWithConstraints()),
            op -> op.addColumn("app.orders", columnWithConstraints()).blocking(),
            List.of(
                "ALTER TABLE app.orders ADD COLUMN email text NOT NULL DEFAULT 'x'",
                "outside: CREATE UNIQUE INDEX CONCURRENTLY orders_email_key"
                    + " ON app.orders (email)",
                "ALTER TABLE app.orders ADD CONSTRAINT orders_email_key"
                    + " UNIQUE USING INDEX orders_email_key",
                "ALTER TABLE app.orders ADD CONSTRAINT orders_email_check"
                    + " CHECK (email <> '') NOT VALID",
                "ALTER TABLE app.orders VALIDATE CONSTRAINT orders_email_check",
                "ALTER TABLE app.orders ADD CONSTRAINT orders_email_fkey FOREIGN KEY (email)"
                    + " REFERENCES contact NOT VALID",
                "ALTER TABLE app.orders VALIDATE CONSTRAINT orders_email_fkey"),
            "ALTER TABLE app.orders ADD COLUMN email text NOT NULL DEFAULT 'x', ADD UNIQUE (email),"
                + " ADD CHECK (email <> ''), ADD FOREIGN KEY (email) REFERENCES contact"));
  }

  private static Column columnWithConstraints() {
    return column("email", TEXT)
        .notNull()
        .defaultValue("x")
        .unique()
        .check("email <> ''")
        .references("contact");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aTableInUseTakesTheSafeRoad(Case c) {
    assertThat(Rendering.inUse(14, c.safe())).isEqualTo(c.onTableInUse());
    assertThat(Rendering.inUse(18, c.safe())).isEqualTo(c.onTableInUse());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aNewTableTakesThePlainStatement(Case c) {
    assertThat(Rendering.onNew(14, "app.orders", c.safe())).containsExactly(c.plain());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theBlockingFormIsThePlainStatement(Case c) {
    assertThat(Rendering.inUse(18, c.blocking())).containsExactly(c.plain());
  }

  @Test
  void notNullIsProvedByACheckBeforePostgres18() {
    assertThat(Rendering.inUse(17, op -> op.setNotNull("orders", "total")))
        .containsExactly(
            "ALTER TABLE orders ADD CONSTRAINT orders_total_not_null_check"
                + " CHECK (total IS NOT NULL) NOT VALID",
            "ALTER TABLE orders VALIDATE CONSTRAINT orders_total_not_null_check",
            "ALTER TABLE orders ALTER COLUMN total SET NOT NULL"
                + " ; ALTER TABLE orders DROP CONSTRAINT orders_total_not_null_check");
  }

  @Test
  void notNullIsAConstraintFromPostgres18On() {
    assertThat(Rendering.inUse(18, op -> op.setNotNull("orders", "total")))
        .containsExactly(
            "ALTER TABLE orders ADD CONSTRAINT orders_total_not_null NOT NULL total NOT VALID",
            "ALTER TABLE orders VALIDATE CONSTRAINT orders_total_not_null");
  }

  @Test
  void notNullIsPlainOnANewTableAndWhenBlocking() {
    String plain = "ALTER TABLE orders ALTER COLUMN total SET NOT NULL";
    assertThat(Rendering.onNew(14, "orders", op -> op.setNotNull("orders", "total")))
        .containsExactly(plain);
    assertThat(Rendering.inUse(18, op -> op.setNotNull("orders", "total").blocking()))
        .containsExactly(plain);
  }

  @Test
  void aComputedColumnIsMadeNotNullAfterItWasAdded() {
    assertThat(
            Rendering.inUse(
                18,
                op -> op.addColumn("t", column("v", TEXT).notNull().generatedVirtual("lower(a)"))))
        .containsExactly(
            "ALTER TABLE t ADD COLUMN v text GENERATED ALWAYS AS (lower(a)) VIRTUAL",
            "ALTER TABLE t ADD CONSTRAINT t_v_not_null NOT NULL v NOT VALID",
            "ALTER TABLE t VALIDATE CONSTRAINT t_v_not_null");
  }

  @Test
  void foreignKeysOfTwoTablesAreNeverAddedInOneTransaction() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.addColumn("c", column("x", TEXT));
                  op.createForeignKey("fk_a", "a", "x").references("p");
                  op.createForeignKey("fk_b", "b", "x").references("q");
                }))
        .containsExactly(
            "ALTER TABLE c ADD COLUMN x text",
            "ALTER TABLE a ADD CONSTRAINT fk_a FOREIGN KEY (x) REFERENCES p NOT VALID",
            "ALTER TABLE a VALIDATE CONSTRAINT fk_a",
            "ALTER TABLE b ADD CONSTRAINT fk_b FOREIGN KEY (x) REFERENCES q NOT VALID",
            "ALTER TABLE b VALIDATE CONSTRAINT fk_b");
  }

  @Test
  void aNotValidConstraintIsLeftForLater() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createCheck("ck", "orders", "total > 0").notValid();
                  op.createForeignKey("fk", "orders", "a").references("b").notValid();
                }))
        .containsExactly(
            "ALTER TABLE orders ADD CONSTRAINT ck CHECK (total > 0) NOT VALID",
            "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES b NOT VALID");
  }

  @Test
  void aNotValidConstraintOnANewTableStaysInItsTransaction() {
    assertThat(
            Rendering.onNew(
                14,
                "orders",
                op -> {
                  op.createCheck("ck", "orders", "total > 0").notValid();
                  op.validateConstraint("orders", "ck");
                }))
        .containsExactly(
            "ALTER TABLE orders ADD CONSTRAINT ck CHECK (total > 0) NOT VALID"
                + " ; ALTER TABLE orders VALIDATE CONSTRAINT ck");
  }

  @Test
  void anIndexIsWrittenWithAllItsOptions() {
    assertThat(
            Rendering.inUse(
                15,
                op ->
                    op.createIndex(
                            "ix",
                            "orders",
                            key("name")
                                .collate("C")
                                .operatorClass("text_pattern_ops")
                                .desc()
                                .nullsLast(),
                            expression("lower(email)").asc().nullsFirst())
                        .unique()
                        .using("btree")
                        .include("id", "Total")
                        .nullsNotDistinct()
                        .where("active")))
        .containsExactly(
            "outside: CREATE UNIQUE INDEX CONCURRENTLY ix ON orders USING btree"
                + " (name COLLATE \"C\" text_pattern_ops DESC NULLS LAST,"
                + " (lower(email)) ASC NULLS FIRST)"
                + " INCLUDE (id, \"Total\") NULLS NOT DISTINCT WHERE active");
  }

  @Test
  void anIndexBuildCanBeToldFromTheCatalogAfterACrash() {
    Unit unit =
        UnitWriter.units(
                Rendering.recorded(
                    op -> op.createIndex("ix", "app.orders", "a").unique().where("a > 0")),
                18)
            .get(0);
    assertThat(((Unit.OutsideTransaction) unit).recovery())
        .isEqualTo(
            new Recovery.IndexBuild(
                QualifiedName.of("app", "ix"),
                QualifiedName.of("app", "orders"),
                true,
                "(a) WHERE a > 0"));
  }

  @Test
  void aTableStaysNewUnderAnotherNameAndIsNoLongerWhenDropped() {
    assertThat(
            Rendering.onNew(
                18,
                "a",
                op -> {
                  op.renameTable("a", "b");
                  op.createIndex("ix", "b", "x");
                  op.dropTable("b");
                  op.renameTable("c", "b");
                  op.createIndex("ix", "b", "x");
                }))
        .containsExactly(
            "ALTER TABLE a RENAME TO b ; CREATE INDEX ix ON b (x) ; DROP TABLE b"
                + " ; ALTER TABLE c RENAME TO b",
            "outside: CREATE INDEX CONCURRENTLY ix ON b (x)");
  }

  @Test
  void aTableThatMayHaveBeenThereIsNotNew() {
    assertThat(
            Rendering.inUse(
                18,
                op -> {
                  op.createTable("a", column("x", BIGINT)).ifNotExists();
                  op.createIndex("ix", "a", "x");
                }))
        .endsWith("outside: CREATE INDEX CONCURRENTLY ix ON a (x)");
  }

  @Test
  void otherChangesArePlainStatements() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.addColumn(
                      "t", column("a", BOOLEAN).notNull().defaultValue(false).comment("c"));
                  op.dropColumn("t", "b").ifExists().cascade();
                  op.alterColumnType("t", "c", BIGINT).using("c::bigint").blocking();
                  op.alterColumnType("t", "d", TEXT).collate("C").blocking();
                  op.dropNotNull("t", "e");
                  op.setDefault("t", "f", "it's \\ here");
                  op.setDefaultExpression("t", "g", "gen_random_uuid()");
                  op.dropDefault("t", "h");
                  op.dropConstraint("t", "ck").ifExists().cascade();
                  op.commentOnTable("t", null);
                  op.commentOnColumn("t", "i", "x'y");
                }))
        .containsExactly(
            String.join(
                " ; ",
                "ALTER TABLE t ADD COLUMN a boolean NOT NULL DEFAULT false",
                "COMMENT ON COLUMN t.a IS 'c'",
                "ALTER TABLE t DROP COLUMN IF EXISTS b CASCADE",
                "ALTER TABLE t ALTER COLUMN c TYPE bigint USING c::bigint",
                "ALTER TABLE t ALTER COLUMN d TYPE text COLLATE \"C\"",
                "ALTER TABLE t ALTER COLUMN e DROP NOT NULL",
                "ALTER TABLE t ALTER COLUMN f SET DEFAULT E'it''s \\\\ here'",
                "ALTER TABLE t ALTER COLUMN g SET DEFAULT gen_random_uuid()",
                "ALTER TABLE t ALTER COLUMN h DROP DEFAULT",
                "ALTER TABLE t DROP CONSTRAINT IF EXISTS ck CASCADE",
                "COMMENT ON TABLE t IS NULL",
                "COMMENT ON COLUMN t.i IS 'x''y'"));
  }
}
