package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.sql.DriverText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Files of ten megabytes. */
@PostgresTest
class BigFileTests {

  private static final int SIZE = 10_000_000;

  @TempDir Path directory;

  private static String repeated(String part) {
    return part.repeat(SIZE / part.length());
  }

  private SqlRevisions revisions() {
    String statement = "DELETE FROM t WHERE false; -- ";
    return new SqlRevisions(directory)
        .add("r1", "", "CREATE TABLE t (a text);", "DROP TABLE t;")
        .add("r2", "r1", "INSERT INTO t VALUES ('" + repeated("It''s; \\ text\n") + "');", "")
        .add("r3", "r2", (statement + "x".repeat(69) + "\n").repeat(SIZE / 100), "")
        .add("r4", "r3", "COPY t FROM stdin;\n" + repeated("A row of the table\n") + "\\.", "")
        .add(
            "r5",
            "r4",
            "INSERT INTO t SELECT 'x' WHERE 1 IN ("
                + repeated("0, /*; a comment of a line */ 0, -- and another one\n")
                + "1);",
            "");
  }

  /** In a process of its own; its arguments are the directory, and the URL, user and password. */
  static final class Upgrade {

    private Upgrade() {}

    public static void main(String[] arguments) {
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setUrl(arguments[1]);
      dataSource.setUser(arguments[2]);
      dataSource.setPassword(arguments[3]);
      Migrations migrations = new SqlRevisions(Path.of(arguments[0])).on(dataSource);
      migrations.upgrade("head");
      migrations.check();
    }
  }

  @Test
  void runInLittleMemory(TestDatabase db) throws IOException, InterruptedException {
    revisions();

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Upgrade.class.getName(),
                directory.toString(),
                db.jdbcUrl(),
                db.user(),
                db.password())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(db.value("SELECT count(*) FROM t")).isEqualTo(String.valueOf(2 + SIZE / 19));
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r5");
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT 'open, a string that begins here is never closed",
    "SELECT $x$open, a dollar quote that begins here is never closed",
    "/* open, a comment that begins here is never closed",
    "SELECT (1, a parenthesis that opens here is never closed",
    "COPY t FROM stdin;, the rows of the COPY … FROM STDIN that begins here have no end"
  })
  void thatEndInTheMiddleAreRefusedInOneMessage(String end, String problem, TestDatabase db) {
    String statements = repeated("INSERT INTO t VALUES ('it''s') /* a; comment */;\n");
    Migrations migrations =
        new SqlRevisions(directory).add("r1", "", statements + end, "").on(db.dataSource());

    assertThatThrownBy(() -> migrations.upgrade("head"))
        .hasMessageStartingWith(
            directory.resolve("r1.sql") + ", line " + (5 + SIZE / 49) + ": " + problem)
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void thatFailInALongLineShowItWhereTheServerStumbled(TestDatabase db) {
    String half = "0, ".repeat(100_000);
    Migrations migrations =
        new SqlRevisions(directory)
            .add("r1", "", "SELECT 1 IN (" + half + "öops, " + half + "1);", "")
            .add("r2", "", "SELECT '" + repeated("x") + "'::integer;", "")
            .on(db.dataSource());

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("r1"));

    List<String> lines = failure.description().lines().toList();
    assertThat(lines).filteredOn(line -> line.contains("öops")).isNotEmpty();
    String shown = lines.get(lines.size() - 2);
    assertThat(shown.codePointAt(lines.get(lines.size() - 1).indexOf('^'))).isEqualTo('ö');
    assertThat(failure.getMessage()).hasSizeLessThan(6_000);
    assertThatThrownBy(() -> migrations.upgrade("r2"))
        .hasMessageContaining("invalid input syntax for type integer")
        .satisfies(other -> assertThat(other.getMessage()).hasSizeLessThan(6_000));
    assertThat(db.column("SELECT length(error) < 3000 FROM migrations_history")).containsOnly("t");
  }

  @Test
  void areMadeReadyForTheDriverInTimeThatGrowsAsTheyDo() {
    String comments = "SELECT ';' " + repeated("/* c */ ") + ", 1";

    long start = System.nanoTime();
    assertThat(DriverText.of(comments)).isEqualTo(comments);

    // What looked through the rest of the text for each comment would take hours.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }
}
