package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copying files into tables. */
@PostgresTest
class CopyFromTests {

  @TempDir Path folder;

  @Test
  void aFileArrivesAsItIsWrittenAndIsTakenBackByItsKey(TestDatabase db)
      throws IOException, SQLException {
    db.execute(
        "CREATE TABLE \"The Table\" (\"Key\" text PRIMARY KEY, b text, c text DEFAULT 'x');"
            + " INSERT INTO \"The Table\" VALUES ('kept', 'b')");
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, "Key;b\nä;\"it's; \"\"so\"\"\"\nn;NIL\n", StandardCharsets.ISO_8859_1);
    Operations op = new Operations();
    op.copyFrom(file.toUri().toString(), "The Table", "Key", "b")
        .header()
        .delimiter(';')
        .nullAs("NIL")
        .encoding("latin1")
        .key("Key");
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, op.recorded());
      assertThat(db.column("SELECT t::text FROM \"The Table\" t ORDER BY b NULLS LAST"))
          .containsExactly("(kept,b,x)", "(ä,\"it's; \"\"so\"\"\",x)", "(n,,x)");
      UnitRunner.run(connection, UnitRunner.reversed(op.recorded()));
    }
    assertThat(db.column("SELECT \"Key\" FROM \"The Table\"")).containsExactly("kept");
  }

  @Test
  void columnsThatAreGeneratedAreNotInTheFile(TestDatabase db) throws IOException, SQLException {
    db.execute(
        "CREATE TABLE t (a int NOT NULL, twice int GENERATED ALWAYS AS (a * 2) STORED, b text);"
            + " INSERT INTO t VALUES (1, DEFAULT, 'kept')");
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, "2,x\n3,y\n");
    Operations op = new Operations();
    op.copyFrom(file.toUri().toString(), "t").key("a");
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, op.recorded());
      assertThat(db.column("SELECT twice FROM t ORDER BY a")).containsExactly("2", "4", "6");
      UnitRunner.run(connection, UnitRunner.reversed(op.recorded()));
    }
    assertThat(db.column("SELECT b FROM t")).containsExactly("kept");
  }

  @Test
  void aFileFromElsewhereIsRefused() {
    assertThatThrownBy(
            () -> Rendering.recorded(op -> op.copyFrom("https://example.org/x.csv", "t")))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("is no file of the revision");
  }

  @Test
  void aLongFileIsNotHeldInMemory(TestDatabase db) throws IOException, SQLException {
    db.execute("CREATE TABLE t (a bigint, b text)");
    Path file = folder.resolve("long.csv");
    String text = "x".repeat(10_000);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int row = 0; row < 3_000; row++) {
        out.write(row + "," + text + "\n");
      }
    }
    Operations op = new Operations();
    op.copyFrom(file.toUri().toString(), "t");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Connection connection = db.connect()) {
      long before = threads.getCurrentThreadAllocatedBytes();
      UnitRunner.run(connection, op.recorded());
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(allocated).isLessThan(Files.size(file) / 5);
    }
    assertThat(db.value("SELECT sum(length(b)) FROM t")).isEqualTo("30000000");
  }

  @Test
  void theDescriptionTellsTheContentButNotItsLineEnds() throws IOException {
    String one = description("a,b\n1,2\n");
    assertThat(one).contains("COPY t FROM STDIN WITH (FORMAT csv, DELIMITER ','", "sha256 ");
    assertThat(description("a,b\r\n1,2\r\n")).isEqualTo(one);
    assertThat(description("a,b\n1,3\n")).isNotEqualTo(one);
  }

  private String description(String content) throws IOException {
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, content);
    return Rendering.inUse(14, op -> op.copyFrom(file.toUri().toString(), "t")).get(0);
  }

  @Test
  void aMissingFileIsRefusedBeforeAnythingRuns() {
    assertThatThrownBy(
            () -> Rendering.inUse(14, op -> op.copyFrom("classpath:/db/missing.csv", "t")))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("Cannot copy classpath:/db/missing.csv into t")
        .hasMessageContaining("db/missing.csv");
  }

  @Test
  void aHeaderIsComparedFromPostgres15On() {
    assertThatThrownBy(
            () -> Rendering.inUse(14, op -> op.copyFrom("classpath:copied.csv", "t").headerMatch()))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("HEADER MATCH needs PostgreSQL 15");
    assertThat(Rendering.inUse(15, op -> op.copyFrom("classpath:copied.csv", "t").headerMatch()))
        .singleElement()
        .asString()
        .contains("HEADER MATCH");
  }

  @Test
  void aKeyIsAmongTheColumns() {
    assertThatThrownBy(
            () -> Rendering.recorded(op -> op.copyFrom("classpath:x", "t", "a").key("b")))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("The key (b) of the copy into t");
    assertThat(Rendering.recorded(op -> op.copyFrom("classpath:x", "t", "a")).get(0).reversal())
        .isInstanceOf(Reversal.Impossible.class);
  }

  @Test
  void anotherDriverIsNamedAsTheCause() {
    Connection other =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> false);
    Unit.Transaction unit =
        (Unit.Transaction)
            UnitWriter.units(Rendering.recorded(op -> op.copyFrom("classpath:copied.csv", "t")), 18)
                .get(0);
    List<Command> commands = unit.commands();
    assertThatThrownBy(() -> ((Command.Code) commands.get(0)).work().run(other))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("not one of pgjdbc");
  }
}
