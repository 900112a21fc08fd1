package dev.migrations.operation;

import static dev.migrations.operation.Attribute.attribute;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.PublicationMember.publishedTable;
import static dev.migrations.operation.PublicationMember.tablesInSchema;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written for types, sequences, schemas, extensions, and objects of any kind. */
class TypesRenderingTests {

  @Test
  void anEnumIsWrittenWithItsValuesQuoted() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createEnum("app.Status", "open", "it's", "back\\slash");
                  op.renameEnumValue("app.Status", "it's", "select");
                  op.dropEnum("app.Status").ifExists().cascade();
                }))
        .containsExactly(
            "CREATE TYPE app.\"Status\" AS ENUM ('open', 'it''s', E'back\\\\slash')"
                + " ; ALTER TYPE app.\"Status\" RENAME VALUE 'it''s' TO 'select'"
                + " ; DROP TYPE IF EXISTS app.\"Status\" CASCADE");
  }

  @Test
  void anEnumValueIsCommittedBeforeWhatFollowsUsesIt() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createEnum("status", "open");
                  op.addEnumValue("status", "paid").after("open").ifNotExists();
                  op.addEnumValue("status", "new").before("open");
                  op.setDefault("orders", "status", "paid");
                }))
        .containsExactly(
            "CREATE TYPE status AS ENUM ('open')",
            "ALTER TYPE status ADD VALUE IF NOT EXISTS 'paid' AFTER 'open'",
            "ALTER TYPE status ADD VALUE 'new' BEFORE 'open'",
            "ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'paid'");
  }

  @Test
  void aDomainIsWrittenWithAllThatBelongsToIt() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createDomain("app.email", TEXT)
                      .collate("C")
                      .defaultValue("it's")
                      .notNull()
                      .check("VALUE <> ''")
                      .check("ck", "VALUE LIKE '%@%'");
                  op.dropDomain("app.email").ifExists().cascade();
                }))
        .containsExactly(
            "CREATE DOMAIN app.email AS text COLLATE \"C\" DEFAULT 'it''s' NOT NULL"
                + " CHECK (VALUE <> '') CONSTRAINT ck CHECK (VALUE LIKE '%@%')"
                + " ; DROP DOMAIN IF EXISTS app.email CASCADE");
  }

  @Test
  void aConstraintOfADomainInUseIsAddedFirstAndValidatedApart() {
    assertThat(
            Rendering.inUse(
                18,
                op -> {
                  op.addDomainConstraint("app.email", "ck", "VALUE <> ''");
                  op.setDomainNotNull("app.email");
                  op.dropDomainNotNull("app.email");
                }))
        .containsExactly(
            "ALTER DOMAIN app.email ADD CONSTRAINT ck CHECK (VALUE <> '') NOT VALID",
            "ALTER DOMAIN app.email VALIDATE CONSTRAINT ck",
            "ALTER DOMAIN app.email SET NOT NULL",
            "ALTER DOMAIN app.email DROP NOT NULL");
  }

  @Test
  void aConstraintLeftNotValidIsNotValidated() {
    assertThat(
            Rendering.inUse(
                18, op -> op.addDomainConstraint("email", "ck", "VALUE <> ''").notValid()))
        .containsExactly("ALTER DOMAIN email ADD CONSTRAINT ck CHECK (VALUE <> '') NOT VALID");
  }

  @Test
  void aConstraintOfADomainIsPlainWhenBlockingAndWhenTheDomainIsNew() {
    String plain = "ALTER DOMAIN email ADD CONSTRAINT ck CHECK (VALUE <> '')";
    assertThat(
            Rendering.inUse(
                18, op -> op.addDomainConstraint("email", "ck", "VALUE <> ''").blocking()))
        .containsExactly(plain);
    assertThat(
            Rendering.inUse(
                18,
                op -> {
                  op.createDomain("mail", TEXT);
                  op.renameDomain("mail", "email");
                  op.addDomainConstraint("email", "ck", "VALUE <> ''");
                  op.validateDomainConstraint("email", "ck");
                  op.setDomainNotNull("email");
                }))
        .containsExactly(
            String.join(
                " ; ",
                "CREATE DOMAIN mail AS text",
                "ALTER DOMAIN mail RENAME TO email",
                plain,
                "ALTER DOMAIN email VALIDATE CONSTRAINT ck",
                "ALTER DOMAIN email SET NOT NULL"));
  }

  @Test
  void aCompositeTypeAndItsAttributesAreWritten() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createType("a", attribute("Street", TEXT).collate("C"), attribute("no", TEXT));
                  op.addAttribute("a", attribute("city", TEXT)).cascade();
                  op.dropAttribute("a", "Street").ifExists().cascade();
                  op.alterAttributeType("a", "no", INTEGER).cascade();
                  op.renameAttribute("a", "no", "select").cascade();
                  op.dropType("a").ifExists().cascade();
                }))
        .containsExactly(
            String.join(
                " ; ",
                "CREATE TYPE a AS (\"Street\" text COLLATE \"C\", no text)",
                "ALTER TYPE a ADD ATTRIBUTE city text CASCADE",
                "ALTER TYPE a DROP ATTRIBUTE IF EXISTS \"Street\" CASCADE",
                "ALTER TYPE a ALTER ATTRIBUTE no TYPE integer CASCADE",
                "ALTER TYPE a RENAME ATTRIBUTE no TO \"select\" CASCADE",
                "DROP TYPE IF EXISTS a CASCADE"));
  }

  @Test
  void aSequenceIsWrittenWithItsOptionsInTheOrderGiven() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createSequence(
                          "app.n",
                          SequenceOption.as(INTEGER),
                          SequenceOption.startWith(5),
                          SequenceOption.incrementBy(-1),
                          SequenceOption.noMinValue(),
                          SequenceOption.ownedBy("app.Orders", "select"))
                      .ifNotExists();
                  op.alterSequence("app.n", SequenceOption.restart(), SequenceOption.noCycle())
                      .ifExists();
                  op.dropSequence("app.n").ifExists().cascade();
                }))
        .containsExactly(
            String.join(
                " ; ",
                "CREATE SEQUENCE IF NOT EXISTS app.n AS integer START WITH 5 INCREMENT BY -1"
                    + " NO MINVALUE OWNED BY app.\"Orders\".\"select\"",
                "ALTER SEQUENCE IF EXISTS app.n RESTART NO CYCLE",
                "DROP SEQUENCE IF EXISTS app.n CASCADE"));
  }

  @Test
  void schemasAndExtensionsAreWrittenWithTheirOptions() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createSchema("my.schema").ifNotExists().authorization("select");
                  op.dropSchema("my.schema").ifExists().cascade();
                  op.createExtension("uuid-ossp")
                      .ifNotExists()
                      .schema("app")
                      .version("1.1")
                      .cascade();
                  op.updateExtension("uuid-ossp").to("1.2");
                  op.updateExtension("hstore");
                  op.dropExtension("hstore").ifExists().cascade();
                }))
        .containsExactly(
            String.join(
                " ; ",
                "CREATE SCHEMA IF NOT EXISTS \"my.schema\" AUTHORIZATION \"select\"",
                "DROP SCHEMA IF EXISTS \"my.schema\" CASCADE",
                "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" SCHEMA app VERSION '1.1' CASCADE",
                "ALTER EXTENSION \"uuid-ossp\" UPDATE TO '1.2'",
                "ALTER EXTENSION hstore UPDATE",
                "DROP EXTENSION IF EXISTS hstore CASCADE"));
  }

  @Test
  void anyObjectIsCommentedOnRenamedAndMovedInPostgresWords() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.commentOn(DatabaseObject.materializedView("app.Sums"), "it's");
                  op.commentOn(DatabaseObject.constraint("app.t", "a.b"), null);
                  op.commentOn(DatabaseObject.domainConstraint("app.d", "ck"), "x");
                  op.commentOn(DatabaseObject.function("app.\"f(\"(int, text[])"), "x");
                  op.renameConstraint("app.t", "ck", "select");
                  op.renameDomainConstraint("app.d", "ck", "c");
                  op.renameTrigger("app.t", "Tg", "tg");
                  op.renameFunction("app.f(int, text)", "g");
                  op.renameFunction("App.Twice(a Integer DEFAULT 1, \"B\" text)", "Doubled");
                  op.renameProcedure("app.p", "q");
                  op.setSchema(DatabaseObject.aggregate("sum(*)"), "other");
                }))
        .containsExactly(
            String.join(
                " ; ",
                "COMMENT ON MATERIALIZED VIEW app.\"Sums\" IS 'it''s'",
                "COMMENT ON CONSTRAINT \"a.b\" ON app.t IS NULL",
                "COMMENT ON CONSTRAINT ck ON DOMAIN app.d IS 'x'",
                "COMMENT ON FUNCTION app.\"f(\"(int, text[]) IS 'x'",
                "ALTER TABLE app.t RENAME CONSTRAINT ck TO \"select\"",
                "ALTER DOMAIN app.d RENAME CONSTRAINT ck TO c",
                "ALTER TRIGGER \"Tg\" ON app.t RENAME TO tg",
                "ALTER FUNCTION app.f(int, text) RENAME TO g",
                "ALTER FUNCTION app.twice(a Integer, \"B\" text) RENAME TO \"Doubled\"",
                "ALTER PROCEDURE app.p RENAME TO q",
                "ALTER AGGREGATE sum(*) SET SCHEMA other"));
  }

  @Test
  void aTableStaysNewInAnotherSchemaAndAConstraintOfItsNameIsNoTable() {
    assertThat(
            Rendering.onNew(
                18,
                "t",
                op -> {
                  op.renameConstraint("u", "t", "x");
                  op.setSchema(DatabaseObject.table("t"), "app");
                  op.createIndex("ix", "app.t", "a");
                }))
        .containsExactly(
            "ALTER TABLE u RENAME CONSTRAINT t TO x ; ALTER TABLE t SET SCHEMA app"
                + " ; CREATE INDEX ix ON app.t (a)");
  }

  @Test
  void statisticsAreWrittenWithTheirKinds() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createStatistics(
                          "app.st", "t", IndexKey.key("Total"), IndexKey.expression("lower(a)"))
                      .kinds(CreateStatistics.Kind.MCV, CreateStatistics.Kind.DEPENDENCIES)
                      .ifNotExists();
                  op.alterStatistics("app.st", -1);
                  op.dropStatistics("app.st").ifExists();
                }))
        .containsExactly(
            String.join(
                " ; ",
                "CREATE STATISTICS IF NOT EXISTS app.st (mcv, dependencies)"
                    + " ON \"Total\", (lower(a)) FROM t",
                "ALTER STATISTICS app.st SET STATISTICS -1",
                "DROP STATISTICS IF EXISTS app.st"));
  }

  @Test
  void aPublicationIsWrittenWithTablesSchemasAndOptions() {
    assertThat(
            Rendering.inUse(
                18,
                op -> {
                  op.createPublication(
                          "Sales",
                          tablesInSchema("my.schema"),
                          publishedTable("app.orders").columns("id", "Total").where("total > 0"),
                          publishedTable("b"))
                      .publish("insert", "update")
                      .viaPartitionRoot()
                      .generatedColumns();
                  op.alterPublication("Sales")
                      .add(publishedTable("c").columns("id"))
                      .drop(publishedTable("b").where("x"), tablesInSchema("my.schema"));
                  op.createPublication("all").allTables();
                  op.dropPublication("Sales").ifExists();
                }))
        .containsExactly(
            String.join(
                " ; ",
                "CREATE PUBLICATION \"Sales\" FOR TABLE app.orders (id, \"Total\")"
                    + " WHERE (total > 0), b, TABLES IN SCHEMA \"my.schema\""
                    + " WITH (publish = 'insert, update', publish_via_partition_root = true,"
                    + " publish_generated_columns = stored)",
                "ALTER PUBLICATION \"Sales\" DROP TABLE b, TABLES IN SCHEMA \"my.schema\"",
                "ALTER PUBLICATION \"Sales\" ADD TABLE c (id)",
                "CREATE PUBLICATION \"all\" FOR ALL TABLES",
                "DROP PUBLICATION IF EXISTS \"Sales\""));
  }
}
