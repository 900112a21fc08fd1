package dev.migrations.sql;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.sql.SplitterCorpus.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Compares the splitter with the server over texts that nobody wrote. The system property {@code
 * jqwik.tries.default} tells how many; 1000 unless it is set.
 */
class SqlSplitterFuzzTests {

  private static TestDatabase db;
  private static Connection connection;
  private static Connection driver;
  private static SplitterJudge judge;
  private static int server;

  @BeforeContainer
  static void connect() throws SQLException, IOException, ReflectiveOperationException {
    db = PostgresServer.shared().createDatabase();
    connection = db.connect();
    driver = db.connect();
    judge = new SplitterJudge(connection);
    server = connection.getMetaData().getDatabaseMajorVersion();
  }

  @AfterContainer
  static void close() throws SQLException {
    connection.close();
    driver.close();
    db.close();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void fragmentsOfSql(@ForAll("fragments") String text) throws IOException {
    judge.check(text);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void textsThatAreCutMovedAndMixed(@ForAll("mutants") String text) throws IOException {
    judge.check(text);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void scriptsThatTheServerAccepts(@ForAll("scripts") String text) throws IOException {
    judge.check(text);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theDriverSendsTheirStatementsWhole(@ForAll("scripts") String text) throws SQLException {
    driver.setAutoCommit(false);
    try {
      DriverCheck.run(driver, text);
    } finally {
      driver.rollback();
    }
  }

  @Provide
  Arbitrary<String> scripts() {
    return RandomSql.script();
  }

  @Provide
  Arbitrary<String> fragments() {
    return fragment().list().ofMaxSize(14).map(pieces -> "SELECT " + String.join("", pieces));
  }

  @Provide
  Arbitrary<String> mutants() {
    List<String> texts =
        SplitterCorpus.read().stream()
            .filter(entry -> entry.since() <= server)
            .map(Entry::text)
            .toList();
    Arbitrary<String> text = Arbitraries.of(texts);
    Arbitrary<Mutation> mutation =
        Combinators.combine(
                Arbitraries.of(Kind.values()),
                Arbitraries.integers().between(0, 999),
                Arbitraries.integers().between(0, 999),
                Arbitraries.oneOf(fragment(), text))
            .as(Mutation::new);
    return Combinators.combine(text, mutation.list().ofMinSize(1).ofMaxSize(3))
        .as(SqlSplitterFuzzTests::mutate)
        .filter(StandardCharsets.UTF_8.newEncoder()::canEncode);
  }

  private static String mutate(String text, List<Mutation> mutations) {
    String mutant = text;
    for (Mutation mutation : mutations) {
      mutant = mutation.apply(mutant);
    }
    return mutant;
  }

  private enum Kind {
    CUT_BEFORE,
    CUT_BEHIND,
    REMOVE,
    SWAP,
    INSERT,
    REPEAT
  }

  /** What happens to a text; the places count in thousandths of its length. */
  private record Mutation(Kind kind, int from, int to, String other) {

    String apply(String text) {
      int first = place(Math.min(from, to), text);
      int last = place(Math.max(from, to), text);
      return switch (kind) {
        case CUT_BEFORE -> text.substring(first);
        case CUT_BEHIND -> text.substring(0, first);
        case REMOVE -> text.substring(0, first) + text.substring(Math.min(last, first + 2));
        case SWAP ->
            last == first
                ? text
                : text.substring(0, first)
                    + text.charAt(last - 1)
                    + text.substring(first + 1, last - 1 > first ? last - 1 : last)
                    + (last - 1 > first ? text.charAt(first) : "")
                    + text.substring(last);
        case INSERT -> text.substring(0, first) + other + text.substring(first);
        case REPEAT -> text.substring(0, last) + text.substring(first);
      };
    }

    private static int place(int thousandths, String text) {
      return thousandths * (text.length() + 1) / 1000;
    }
  }

  private static Arbitrary<String> fragment() {
    return Arbitraries.of(
        "'",
        "''",
        "'a'",
        "E'",
        "e'",
        "\\'",
        "\\\\",
        "\\",
        "U&'",
        "u&\"",
        "B'",
        "X'",
        "N'",
        "\"",
        "\"a\"",
        "$",
        "$$",
        "$a$",
        "$b$",
        "$1",
        "$é$",
        "a$",
        "--",
        "-- ",
        "/*",
        "*/",
        "/",
        "*",
        "\n",
        "\r",
        "\r\n",
        " ",
        " ",
        "\t",
        "\f",
        ";",
        ";",
        "; SELECT ",
        "(",
        ")",
        ",",
        "a",
        "é",
        "e",
        "1",
        "1.",
        "1e",
        "0x",
        "_",
        "+",
        "-",
        "<",
        "@",
        "?",
        "|",
        "=",
        ":",
        "::text",
        " AS ",
        " AS a",
        "[",
        "]",
        "1",
        "1, ",
        "'b'",
        "$$;$$",
        " UESCAPE '!'",
        "BEGIN ATOMIC ",
        "END",
        "CASE WHEN true THEN 1 END",
        "CREATE FUNCTION f() RETURNS int ",
        "CREATE PROCEDURE p() BEGIN ATOMIC ",
        "CREATE RULE r AS ON INSERT TO t DO (",
        "INSERT INTO t VALUES (1)",
        "DO $$BEGIN NULL; END$$",
        "\uD834\uDD1E",
        "\u00A0",
        "\uFEFF");
  }
}
