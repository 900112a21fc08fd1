package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.RevisionGraphException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A range of Java and SQL revisions that is written as one. */
@PostgresTest
class SquashingTests {

  @TempDir Path directory;

  private AuthoredProject project;

  @BeforeEach
  void aBaseARangeAndARevisionBehindIt() throws IOException {
    project = new AuthoredProject(directory);
    java(
        "aaaa",
        "",
        """
        op.createTable("customer", column("id", BIGINT).primaryKey());""",
        "op.dropTable(\"customer\");");
    java(
        "bbbb",
        "aaaa",
        """
        op.createTable("orders", column("id", BIGINT).primaryKey(), column("customer_id", BIGINT));""",
        "op.dropTable(\"orders\");");
    java(
        "cccc",
        "bbbb",
        """
        op.createIndex("ix_orders_customer", "orders", "customer_id");
        op.setNotNull("orders", "customer_id");""",
        """
        op.dropNotNull("orders", "customer_id");
        op.dropIndex("ix_orders_customer");""");
    sql(
        "dddd",
        "cccc",
        "CREATE VIEW order_count AS SELECT count(*) FROM orders; -- cheap enough",
        "DROP VIEW order_count;");
    sql(
        "eeee",
        "dddd",
        "COMMENT ON VIEW order_count IS 'All';",
        "COMMENT ON VIEW order_count IS NULL;");
  }

  @Test
  void doesWhatTheRangeDoes(TestDatabase db) throws IOException {
    WrittenRevision squashed = project.authoring().squash("Orders", "bbbb:dddd", "ssss");

    assertThat(squashed.file()).hasFileName("orders_ssss.sql");
    assertThat(Files.readString(squashed.file()))
        .isEqualTo(
            """
            -- revision: ssss
            -- down-revision: aaaa
            -- replaces: bbbb, cccc, dddd
            -- message: Orders

            -- upgrade

            -- bbbb: Revision bbbb
            CREATE TABLE orders (
              id bigint,
              customer_id bigint,
              PRIMARY KEY (id)
            );

            -- cccc: Revision cccc
            CREATE INDEX ix_orders_customer ON orders (customer_id);
            ALTER TABLE orders ALTER COLUMN customer_id SET NOT NULL;

            -- dddd: Revision dddd
            CREATE VIEW order_count AS SELECT count(*) FROM orders;

            -- downgrade

            -- dddd: Revision dddd
            DROP VIEW order_count;

            -- cccc: Revision cccc
            ALTER TABLE orders ALTER COLUMN customer_id DROP NOT NULL;
            DROP INDEX CONCURRENTLY ix_orders_customer;

            -- bbbb: Revision bbbb
            DROP TABLE orders;
            """);
    Migrations migrations = migrations(db);
    assertThat(migrations.upgrade("head").rowsAfter()).containsExactly("eeee");
    assertThat(db.column("SELECT revision FROM migrations_history ORDER BY id"))
        .containsExactly("aaaa", "ssss", "eeee");
    assertThat(db.value("SELECT obj_description('order_count'::regclass)")).isEqualTo("All");
    migrations.downgrade("base");
    assertThat(db.column("SELECT relname FROM pg_class WHERE relname LIKE 'order%'")).isEmpty();
  }

  @Test
  void aRangeFromTheFirstRevisionHasNoParent() {
    assertThat(project.authoring().squash("All", ":eeee", null).revision())
        .satisfies(
            node -> {
              assertThat(node.downRevisions()).isEmpty();
              assertThat(node.replaces()).containsExactly("aaaa", "bbbb", "cccc", "dddd", "eeee");
            });
    assertThat(project.load().graph().revisions()).hasSize(1);
  }

  @Test
  void theLabelsOfTheRangeAreKept() {
    project
        .authoring()
        .revision(
            NewRevision.of("Labelled")
                .in(RevisionFormat.SQL)
                .withId("ffff")
                .withBranchLabels("shop"),
            null,
            false);

    assertThat(project.authoring().squash("All", "eeee:ffff", null).revision().branchLabels())
        .containsExactly("shop");
    assertThat(project.load().graph().resolve(List.of(), "shop@head")).hasSize(1);
  }

  @Test
  void aRangeThatCannotBeTakenBackMakesARevisionThatCannot() throws IOException {
    Files.writeString(
        project.layout().sqlDirectory().resolve("ffff.sql"),
        """
        -- revision: ffff
        -- down-revision: eeee
        -- message: Forget

        -- upgrade
        DROP TABLE orders CASCADE;

        -- irreversible: the orders are gone
        """);

    WrittenRevision squashed = project.authoring().squash("All", "eeee:ffff", null);

    assertThat(Files.readString(squashed.file()))
        .contains("-- irreversible: revision ffff: the orders are gone");
  }

  @Test
  void rowsGoWithTheirStatement(TestDatabase db) throws IOException {
    sql(
        "ffff",
        "eeee",
        "COPY orders FROM stdin;\n7\t8\n9\t9\n\\.\nUPDATE orders SET customer_id = -- none\n 0\n;",
        "DELETE FROM orders;");
    sql("abab", "ffff", "ALTER TABLE orders ADD a int;", "ALTER TABLE orders DROP a;");

    WrittenRevision squashed = project.authoring().squash("All", "eeee:abab", null);

    assertThat(Files.readString(squashed.file()))
        .contains("\nCOPY orders FROM stdin;\n7\t8\n9\t9\n\\.\nUPDATE orders");
    migrations(db).upgrade("head");
    assertThat(db.column("SELECT id FROM orders ORDER BY 1")).containsExactly("7", "9");
  }

  @Test
  void codeIsRefusedByName() throws IOException {
    java("ffff", "eeee", "op.run(\"count\", connection -> {});", "");

    AuthoringException refused =
        catchThrowableOfType(
            AuthoringException.class, () -> project.authoring().squash("All", "eeee:ffff", "ssss"));

    assertThat(refused.description())
        .contains("Revision ffff (Revision ffff) in db.revisions.Ffff runs code")
        .contains("count");
    assertThat(project.load().graph().contains("ssss")).isFalse();
  }

  @Test
  void aSettingThatWouldGoOnIntoTheNextRevisionIsRefused() {
    sql(
        "ffff",
        "eeee",
        "SET LOCAL search_path = audit;\nCREATE TABLE log ();",
        "DROP TABLE audit.log;");
    sql("abab", "ffff", "CREATE TABLE invoice ();", "DROP TABLE invoice;");

    AuthoringException refused =
        catchThrowableOfType(
            AuthoringException.class, () -> project.authoring().squash("All", "eeee:abab", "ssss"));

    assertThat(refused.description())
        .contains("Revision ffff", "changes the session", "SET LOCAL search_path = audit");
    assertThat(project.authoring().squash("All", "eeee:ffff", "ssss").revision().replaces())
        .containsExactly("eeee", "ffff");
  }

  @Test
  void aRangeThatABranchLeavesIsRefused() {
    sql("ffff", "cccc", "", "");

    assertThat(
            catchThrowableOfType(
                    RevisionGraphException.class,
                    () -> project.authoring().squash("All", "bbbb:dddd", "ssss"))
                .description())
        .contains("Revision ffff", "comes after cccc, which is inside of the range");
  }

  @Test
  void aRangeThatCountsFromADatabaseIsRefused() {
    assertThat(
            catchThrowableOfType(
                    AuthoringException.class,
                    () -> project.authoring().squash("All", "-3:current", null))
                .description())
        .contains("'-3:current' counts from what a database has applied");
  }

  @Test
  void aClassMayReplaceARangeToo() throws IOException {
    java("ssss", "", "op.execute(\"SELECT 1\");", "");
    Path file = project.layout().javaDirectory().resolve("Ssss.java");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("down = {}", "replaces = {\"aaaa\", \"bbbb\", \"cccc\", \"dddd\"}"));

    assertThat(project.load().graph().revision("ssss").replaces())
        .containsExactly("aaaa", "bbbb", "cccc", "dddd");
    assertThat(project.load().graph().requirements("eeee")).containsExactly("ssss");
  }

  private Migrations migrations(TestDatabase db) {
    return new Migrations(db.dataSource(), project.load(), SqlRevisions.settings(), List.of());
  }

  private void sql(String id, String down, String upgrade, String downgrade) {
    try {
      Files.createDirectories(project.layout().sqlDirectory());
      new SqlRevisions(project.layout().sqlDirectory()).add(id, down, upgrade, downgrade);
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  private void java(String id, String down, String upgrade, String downgrade) throws IOException {
    String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
    Path file = project.layout().javaDirectory().resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package db.revisions;

        import static dev.migrations.operation.DataType.BIGINT;
        import static dev.migrations.operation.Column.column;

        import dev.migrations.Migration;
        import dev.migrations.Operations;
        import dev.migrations.Revision;

        @Revision(id = "%s", down = {%s}, message = "Revision %s")
        class %s implements Migration {
          @Override
          public void upgrade(Operations op) {
            %s
          }

          @Override
          public void downgrade(Operations op) {
            %s
          }
        }
        """
            .formatted(id, down.isEmpty() ? "" : '"' + down + '"', id, name, upgrade, downgrade));
  }
}
