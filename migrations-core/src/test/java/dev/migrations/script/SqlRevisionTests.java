package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.graph.Direction;
import dev.migrations.operation.Command;
import dev.migrations.operation.LosesData;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Recovery;
import dev.migrations.operation.Unit;
import dev.migrations.operation.UnitWriter;
import dev.migrations.sql.CopyData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlRevisionTests {

  @TempDir Path directory;
  private RevisionFolder folder;

  @BeforeEach
  void createFolder() {
    folder = new RevisionFolder(directory);
  }

  @Test
  void eachSectionIsItsStatementsWithTheirLines() {
    RevisionScript script =
        load(
            "-- upgrade",
            "CREATE TABLE a (id int); -- downgrade",
            "SELECT '",
            "-- downgrade",
            "', $$",
            "-- upgrade",
            "-- downgrade",
            "$$ /*",
            "-- downgrade",
            "*/",
            "  --  Downgrade: ",
            "DROP TABLE a");

    assertThat(units(script, Direction.UPGRADE))
        .containsExactly(
            new Unit.Transaction(
                List.of(
                    new Command.Sql("CREATE TABLE a (id int)", 6),
                    new Command.Sql(
                        "SELECT '\n-- downgrade\n', $$\n-- upgrade\n-- downgrade\n$$", 7))));
    assertThat(units(script, Direction.DOWNGRADE))
        .containsExactly(new Unit.Transaction(List.of(new Command.Sql("DROP TABLE a", 16))));
  }

  @Test
  void whatRefusesATransactionIsAUnitOfItsOwn() {
    RevisionScript script =
        load(
            "-- upgrade",
            "CREATE INDEX CONCURRENTLY i ON app.t (a) WHERE b;",
            "VACUUM;",
            "SELECT 1",
            "-- downgrade",
            "DROP INDEX CONCURRENTLY app.i;");

    assertThat(units(script, Direction.UPGRADE))
        .containsExactly(
            new Unit.OutsideTransaction(
                new Command.Sql("CREATE INDEX CONCURRENTLY i ON app.t (a) WHERE b", 6),
                new Recovery.IndexBuild(
                    new QualifiedName("app", "i"),
                    new QualifiedName("app", "t"),
                    false,
                    "(a) WHERE b")),
            new Unit.OutsideTransaction(new Command.Sql("VACUUM", 7), new Recovery.RunAgain()),
            new Unit.Transaction(List.of(new Command.Sql("SELECT 1", 8))));
    assertThat(units(script, Direction.DOWNGRADE))
        .containsExactly(
            new Unit.OutsideTransaction(
                new Command.Sql("DROP INDEX CONCURRENTLY app.i", 10),
                new Recovery.IndexDrop(new QualifiedName("app", "i"))));
  }

  @Test
  void anAddedEnumValueIsCommittedBeforeWhatFollows() {
    RevisionScript script =
        load(
            "-- upgrade",
            "CREATE TABLE a (id int);",
            "ALTER TYPE app.\"Mood\" ADD VALUE 'b';",
            "alter type mood add value if not exists 'c' after 'b';",
            "UPDATE a SET mood = 'c';",
            "ALTER TYPE point ADD ATTRIBUTE value int;",
            "ALTER TYPE mood ADD VALUE 'd';",
            "-- downgrade");

    assertThat(units(script, Direction.UPGRADE))
        .extracting(unit -> unit.commands().size())
        .containsExactly(3, 3);
  }

  @Test
  void whatACrashLeavesOfAConcurrentStatementIsKnown() {
    RevisionScript script =
        load(
            "-- upgrade",
            "ALTER TABLE IF EXISTS ONLY App.orders DETACH PARTITION \"p 1\" CONCURRENTLY;",
            "REINDEX (VERBOSE) TABLE CONCURRENTLY app.orders;",
            "REINDEX (CONCURRENTLY) INDEX i;",
            "REINDEX SCHEMA CONCURRENTLY app;");

    assertThat(units(script, Direction.UPGRADE))
        .extracting(unit -> ((Unit.OutsideTransaction) unit).recovery())
        .containsExactly(
            new Recovery.PartitionDetach(
                new QualifiedName("app", "orders"), new QualifiedName(null, "p 1")),
            new Recovery.IndexRebuild(new QualifiedName("app", "orders")),
            new Recovery.IndexRebuild(new QualifiedName(null, "i")),
            new Recovery.RunAgain());
  }

  @Test
  void sectionsMayBeEmpty() {
    RevisionScript script = load("-- upgrade", "-- nothing", "-- downgrade");

    assertThat(script.operations(Direction.UPGRADE)).isEmpty();
    assertThat(script.operations(Direction.DOWNGRADE)).isEmpty();
    assertThat(script.checksum()).startsWith("1:");
  }

  @Test
  void aMissingDowngradeIsAnErrorOnlyWhenItIsAskedFor() {
    RevisionScript script = load("-- upgrade", "SELECT 1");

    assertThat(script.operations(Direction.UPGRADE)).hasSize(1);
    assertThatThrownBy(() -> script.operations(Direction.DOWNGRADE))
        .isInstanceOf(NoDowngradeException.class)
        .hasMessageContaining("1.sql")
        .hasMessageContaining("no '-- downgrade' section");
  }

  @Test
  void anIrreversibleRevisionSaysWhy() {
    RevisionScript script =
        load("-- upgrade", "DROP TABLE a;", "-- irreversible: the rows are gone");

    assertThat(script.operations(Direction.UPGRADE)).hasSize(1);
    assertThatThrownBy(() -> script.operations(Direction.DOWNGRADE))
        .isInstanceOfSatisfying(
            NoDowngradeException.class,
            ex -> assertThat(ex.reason()).isEqualTo("the rows are gone"));
  }

  @Test
  void lostDataAreDeclaredInTheSectionThatLosesThem() {
    RevisionScript script =
        load(
            "-- upgrade",
            "DROP TABLE a; SELECT '",
            "-- loses-data: not this",
            "';",
            "  -- loses-data: the rows of a",
            "-- downgrade",
            "--loses-data: the rows of b",
            "DROP TABLE b;");

    assertThat(LosesData.reasons(script.operations(Direction.UPGRADE)))
        .containsExactly("the rows of a");
    assertThat(LosesData.reasons(script.operations(Direction.DOWNGRADE)))
        .containsExactly("the rows of b");
    refused("loss", "'-- loses-data' does not say which", "-- loses-data\nSELECT 1;");
  }

  @Test
  void theRowsOfACopyAreNoSql() {
    RevisionScript script =
        load(
            "-- upgrade",
            "COPY t FROM stdin;",
            "it's\t/* $$",
            "-- downgrade",
            "-- loses-data: this is a row",
            "\\.",
            "SELECT 1;",
            "-- downgrade",
            "DELETE FROM t;");

    assertThat(units(script, Direction.UPGRADE))
        .containsExactly(
            new Unit.Transaction(
                List.of(
                    new Command.Sql(
                        "COPY t FROM stdin",
                        6,
                        new CopyData(
                            "it's\t/* $$\n-- downgrade\n-- loses-data: this is a row\n", 7)),
                    new Command.Sql("SELECT 1", 11))));
    assertThat(LosesData.reasons(script.operations(Direction.UPGRADE))).isEmpty();
    assertThat(units(script, Direction.DOWNGRADE))
        .containsExactly(new Unit.Transaction(List.of(new Command.Sql("DELETE FROM t", 13))));
  }

  @Test
  void theChecksumTellsTheRowsOfACopy() {
    String one = load("-- upgrade", "COPY t FROM stdin;", "1", "\\.").checksum();

    assertThat(load("-- upgrade", "copy  t from stdin ; -- x", "1\r", "\\.").checksum())
        .isEqualTo(one);
    assertThat(load("-- upgrade", "COPY t FROM stdin;", "2", "\\.").checksum()).isNotEqualTo(one);
  }

  @Test
  void refusesStatementsWithFileAndLine() {
    refused("the string", "a string that begins here is never closed", "SELECT 'a");
    refused("psql", "\\copy is a command of psql", "\\copy t from x");
    refused("copy", "the COPY … FROM STDIN that begins here have no end", "COPY t FROM STDIN;");
    refused("commit", "'COMMIT' begins, ends or divides a transaction", "COMMIT;");
    refused("savepoint", "'SAVEPOINT a'", "SAVEPOINT a;");
    refused("no name", "gives the index no name", "CREATE INDEX CONCURRENTLY ON t (a);");
  }

  private void refused(String name, String problem, String sql) {
    RevisionScript script = load("-- upgrade", "SELECT 1;", sql);

    assertThatThrownBy(() -> script.operations(Direction.UPGRADE))
        .as(name)
        .isInstanceOfSatisfying(
            InvalidRevisionsException.class,
            ex -> {
              assertThat(ex.faults()).hasSize(1);
              assertThat(ex.faults().get(0).line()).isEqualTo(7);
              assertThat(ex.description()).contains("1.sql, line 7: ", problem);
              assertThat(ex.action()).isNotBlank();
            });
  }

  private RevisionScript load(String... body) {
    folder.revision("1.sql", "one", "", body);
    return folder.load().script("one");
  }

  private static List<Unit> units(RevisionScript script, Direction direction) {
    return UnitWriter.units(script.operations(direction), 18);
  }
}
