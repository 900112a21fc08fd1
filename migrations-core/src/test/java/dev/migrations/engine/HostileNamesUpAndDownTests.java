package dev.migrations.engine;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.Constraint.exclude;
import static dev.migrations.operation.CreateIndex.index;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.named;
import static dev.migrations.operation.DatabaseObject.constraint;
import static dev.migrations.operation.IndexKey.key;
import static dev.migrations.operation.PartitionBounds.in;
import static dev.migrations.operation.SequenceOption.ownedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Backfill;
import dev.migrations.operation.Catalog;
import dev.migrations.operation.Deferral;
import dev.migrations.operation.PartitionBy;
import dev.migrations.operation.Privilege;
import dev.migrations.operation.ReplicaIdentity;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions in which everything has a hostile name go up and down with all that surrounds them. */
@PostgresTest
class HostileNamesUpAndDownTests {

  /** The longest leaves eight bytes for what makes a name different from the next. */
  private static final String LONG = "Long names: the server cuts them behind 63 bytes; äöü";

  private static final String EVIL = "\"q';--/*$$\\ %s.Ü?{d ";

  private String start = "";

  private String name(String of) {
    return start + of;
  }

  private String quoted(String of) {
    return '"' + name(of).replace("\"", "\"\"") + '"';
  }

  /** As {@code QualifiedName.parse} reads it and as SQL has it. */
  private String inSchema(String of) {
    return quoted("s") + "." + quoted(of);
  }

  private void upAndDown(TestDatabase db, Consumer<Operations> setUp, Consumer<Operations> change) {
    db.execute("CREATE SCHEMA " + quoted("s"));
    Backfills.on(db, setUp).upgrade("head");
    db.execute("TRUNCATE migrations_revision");
    List<String> before = catalog(db);

    Migrations migrations = Backfills.on(db, change);
    migrations.upgrade("head");
    assertThat(catalog(db)).isNotEqualTo(before);
    migrations.downgrade("base");

    assertThat(catalog(db)).isEqualTo(before);
  }

  private static List<String> catalog(TestDatabase db) {
    return Catalog.of(db).stream().filter(line -> !line.contains("migrations_")).toList();
  }

  private void people(Operations op) {
    op.createTable(
        inSchema("people"),
        column(name("id"), BIGINT).primaryKey(),
        column(name("mail"), TEXT).defaultValue(name("mail")),
        column(name("age"), INTEGER));
    op.createIndex(name("i"), inSchema("people"), name("mail"));
    op.bulkInsert(inSchema("people"))
        .columns(name("id"), name("mail"), name("age"))
        .row(1, name("a"), 1)
        .row(2, name("b"), 2)
        .row(3, name("c"), 3)
        .key(name("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {EVIL, LONG})
  void tablesAndColumns(String start, TestDatabase db) {
    this.start = start;
    upAndDown(
        db,
        this::people,
        op -> {
          String people = inSchema("people");
          op.createTable(
                  inSchema("child"),
                  column(name("c"), INTEGER).check(name("ck"), quoted("c") + " > 0"),
                  column(name("n"), TEXT).unique(name("u")).comment(name("x")))
              .inherits(people)
              .comment(name("x"));
          op.noInherit(inSchema("child"), people);
          op.inherit(inSchema("child"), people);
          op.commentOnTable(people, name("x")).fromNone();
          op.commentOnColumn(people, name("mail"), name("x")).fromNone();
          op.addColumn(people, column(name("new"), TEXT).notNull().defaultValue(name("x")));
          op.setNotNull(people, name("mail"));
          op.setDefault(people, name("mail"), name("y")).from(name("mail"));
          op.setDefaultExpression(people, name("age"), "1 + 1").fromNone();
          op.setReplicaIdentity(people, ReplicaIdentity.FULL).from(ReplicaIdentity.DEFAULT);
          op.clusterOn(people, name("i")).fromNone();
          op.renameColumn(people, name("age"), name("years"));
          op.renameTable(people, name("p"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {EVIL, LONG})
  void constraintsAndIndexes(String start, TestDatabase db) {
    this.start = start;
    upAndDown(
        db,
        this::people,
        op -> {
          String people = inSchema("people");
          op.createUnique(name("u"), people, name("mail"));
          op.createForeignKey(name("f"), people, name("mail")).references(people, name("mail"));
          op.alterConstraint(people, name("f")).initiallyDeferred().from(Deferral.NOT_DEFERRABLE);
          op.createCheck(name("ck"), people, quoted("age") + " > 0");
          op.createExclude(
                  name("e"),
                  people,
                  exclude().with(key(name("id")).operatorClass("int8_ops"), "=").using("btree"))
              .blocking();
          op.commentOn(constraint(people, name("ck")), name("x")).fromNone();
          op.renameConstraint(people, name("ck"), name("ck2"));
          op.createIndex(name("j"), people, key(name("mail")).collate("pg_catalog.\"C\"").desc())
              .include(name("age"))
              .with("fillfactor", 70);
          op.renameIndex(inSchema("j"), name("j2"));
          op.reindexIndex(inSchema("j2"));
          op.dropIndex(inSchema("i")).definition(index(name("i"), people, name("mail")));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {EVIL, LONG})
  void partitions(String start, TestDatabase db) {
    this.start = start;
    upAndDown(
        db,
        op -> {
          op.createTable(inSchema("all"), column(name("k"), TEXT), column(name("v"), INTEGER))
              .partitionBy(PartitionBy.list(name("k")));
          op.createTable(inSchema("one"), column(name("k"), TEXT), column(name("v"), INTEGER));
          op.bulkInsert(inSchema("one")).columns(name("k")).row(name("x")).key(name("k"));
        },
        op -> {
          op.createPartition(inSchema("all"), inSchema("two")).forValues(in(name("y")));
          op.attachPartition(inSchema("all"), inSchema("one")).forValues(in(name("x")));
          op.createIndex(name("i"), inSchema("all"), name("v"))
              .onPartitions(inSchema("one"), inSchema("two"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {EVIL, LONG})
  void typesRoutinesAndRights(String start, TestDatabase db) {
    this.start = start;
    db.execute("CREATE ROLE " + quoted("role"));
    try {
      upAndDown(
          db,
          this::people,
          op -> {
            String people = inSchema("people");
            op.createEnum(inSchema("mood"), name("sad"), name("ok"));
            op.createDomain(inSchema("d"), named(inSchema("mood")))
                .defaultValue(name("ok"))
                .check(name("ck"), "VALUE IS NOT NULL");
            op.createSequence(inSchema("seq"), ownedBy(people, name("id")));
            op.createView(inSchema("v"), "SELECT " + quoted("id") + " FROM " + people)
                .columns(name("vc"));
            op.createFunction(
                inSchema("f") + "()",
                "RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'");
            op.createTrigger(name("t"), people)
                .before()
                .update(name("mail"))
                .forEachRow()
                .execute(inSchema("f"), name("x"));
            op.renameTrigger(people, name("t"), name("t2"));
            op.renameFunction(inSchema("f") + "()", name("f2"));
            op.createPolicy(name("p"), people).to(name("role")).using("true");
            op.grant(Privilege.USAGE).onSchema(name("s")).to(name("role"));
            op.grant(Privilege.UPDATE).onColumns(people, name("mail")).to(name("role"));
            op.grant(Privilege.EXECUTE).onFunction(inSchema("f2") + "()").to(name("role"));
            op.alterDefaultPrivileges()
                .inSchema(name("s"))
                .grant(Privilege.SELECT)
                .onTables()
                .to(name("role"));
            op.createStatistics(inSchema("st"), people, name("mail"), name("age"));
          });
    } finally {
      db.execute("DROP OWNED BY " + quoted("role"));
      db.execute("DROP ROLE " + quoted("role"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {EVIL, LONG})
  void rows(String start, TestDatabase db) {
    this.start = start;
    String people = inSchema("people");
    upAndDown(
        db,
        this::people,
        op -> {
          op.createTable(
              inSchema("country"), column(name("c"), TEXT).primaryKey(), column(name("n"), TEXT));
          op.copyFrom("classpath:copied.csv", inSchema("country"), name("c"), name("n"))
              .header()
              .key(name("c"));
          op.updateRows(people).set(name("age"), 5).where(name("id"), 1).from(name("age"), 1);
          op.backfill(people)
              .set(name("mail"), "upper(" + quoted("mail") + ")")
              .key(name("id"))
              .batchSize(1)
              .reversedBy(Backfill.of(people).set(name("mail"), "lower(" + quoted("mail") + ")"));
        });
    assertThat(db.column("SELECT " + quoted("age") + " FROM " + people + " ORDER BY 1"))
        .containsExactly("1", "2", "3");
  }
}
