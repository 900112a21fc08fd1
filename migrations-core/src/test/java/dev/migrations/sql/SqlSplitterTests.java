package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSplitterTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;b'",
        "SELECT 'it''s; fine'",
        "SELECT 'back\\'",
        "SELECT E'a\\';b'",
        "SELECT e'a\\\\'",
        "SELECT E'a'\n'b\\';c'",
        "SELECT E'a' -- why;\n  -- not;\n'b\\';c'",
        "SELECT U&'d\\0061t;a'",
        "SELECT U&\"d\\0061t;a\"",
        "SELECT B'01;', X'0;F', N'a;b'",
        "SELECT \"a;b\"\"c;d\"",
        "SELECT $$a;b$$",
        "SELECT $x$a;$$;$y$;b$x$",
        "SELECT $é_1$;$é_1$",
        "SELECT $a$;$b$a$",
        "SELECT a$b$c, $1",
        "SELECT 1$$;$$",
        "SELECT \"a\"$$;$$",
        "SELECT 1 /* ; /* ; */ ; */ + 2",
        "SELECT 1 -- ;\n + 2",
        "SELECT 1+--;\n2",
        "SELECT 1*/*;*/2",
        "SELECT 1 */*;*/ 2",
        "SELECT a::text, b[1:2], 'x'::\"char\"",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); DELETE FROM v)",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
        "CREATE OR REPLACE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN CASE 1 WHEN 1"
            + " THEN 2 END ELSE 3 END; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS end, 2 end, t.end FROM t; END",
        "CREATE FUNCTION f(begin int DEFAULT 1) RETURNS int BEGIN /* x */ ATOMIC (SELECT 1); END",
        "CREATE FUNCTION begin() RETURNS int RETURN 1",
        "SELECT begin atomic FROM t",
      })
  void aStatementStaysWhole(String statement) {
    assertThat(SqlSplitter.split(statement + ";SELECT 1"))
        .extracting(SqlStatement::text)
        .containsExactly(statement, "SELECT 1");
  }

  @Test
  void dropsWhatHasNoToken() {
    assertThat(SqlSplitter.split(";; -- nothing\n ; /* ; */ ;")).isEmpty();
    assertThat(SqlSplitter.split("")).isEmpty();
    assertThat(SqlSplitter.split("\uFEFF")).isEmpty();
  }

  @Test
  void aStatementBeginsAndEndsWithAToken() {
    assertThat(SqlSplitter.split("\uFEFF-- one\n/* two */ SELECT 1 -- three\n /* four */ ; --five"))
        .containsExactly(new SqlStatement("SELECT 1", 2));
  }

  @Test
  void countsLinesWhateverEndsThem() {
    String script = "SELECT 1;\r\n\r\nSELECT '\r\n';\rSELECT 3;\n/*\n\n*/ SELECT 4";

    assertThat(SqlSplitter.split(script, 11))
        .extracting(SqlStatement::line)
        .containsExactly(11, 13, 15, 18);
  }

  @Test
  void anEscapeStringContinuesOnlyBehindANewLine() {
    assertThat(texts("SELECT E'a' 'b\\';SELECT 2")).hasSize(2);
    assertThat(texts("SELECT E'a' /* \n */ 'b\\';SELECT 2")).hasSize(2);
    assertThat(texts("SELECT E'a'\n'b\\';SELECT 2'")).hasSize(1);
  }

  @Test
  void aDollarBehindANameOpensNoQuote() {
    assertThat(texts("SELECT a$$;SELECT b$$")).containsExactly("SELECT a$$", "SELECT b$$");
  }

  @Test
  void aClosingParenthesisTooManyIsLeftToTheServer() {
    assertThat(texts("SELECT 1);SELECT (2)")).containsExactly("SELECT 1)", "SELECT (2)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 'a;          | a string that begins here is never closed",
        "SELECT 'a''         | a string that begins here is never closed",
        "SELECT E'a\\'       | a string that begins here is never closed",
        "SELECT \"a\"\"      | a quoted name that begins here is never closed",
        "SELECT $a$ b $A$    | a dollar quote that begins here is never closed",
        "SELECT /* /* */     | a comment that begins here is never closed",
        "SELECT (1;          | a parenthesis that opens here is never closed",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; | function body that begins here",
        "\\connect other     | \\connect is a command of psql",
        "\\d                 | \\d is a command of psql",
        "SELECT 1 \\gexec    | \\gexec is a command of psql",
        "\\copy t FROM 'x'   | \\copy is a command of psql",
        "\\i'file'           | \\i is a command of psql",
        "\\.                 | \\. is a command of psql",
        "SELECT 1\\g\\q      | \\g is a command of psql",
        "\\unrestrict x      | \\unrestrict is a command of psql",
        "SELECT 1\\;         | \\ is a command of psql",
        "COPY (SELECT 1) TO STDOUT | COPY … TO STDOUT",
        "copy t (a) to stdout (format csv); | COPY … TO STDOUT",
        "COPY t TO stdin;    | COPY … TO STDOUT",
      })
  void refusesWithTheLine(String script, String problem) {
    assertThatThrownBy(() -> SqlSplitter.split("SELECT 1;\n\n" + script + "\n\n"))
        .isInstanceOfSatisfying(
            SqlTextException.class,
            ex -> {
              assertThat(ex.line()).isEqualTo(3);
              assertThat(ex.problem()).contains(problem);
              assertThat(ex.action()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\\copy t FROM 'x'    | COPY … FROM STDIN;",
        "\\.                  | none in front of it",
        "\\ir other.sql       | the statements of that file",
        "\\connect - admin    | in the database and as the user",
        "SELECT 1 \\g         | a semicolon",
        "SELECT 'x' \\gexec   | DO block that executes",
        "\\set x 1            | the values themselves",
        "\\if true            | DO block with IF",
        "\\restrict x         | pg_dump writes it",
        "\\timing             | Remove it",
      })
  void saysWhatToWriteInsteadOfACommandOfPsql(String script, String action) {
    assertThatThrownBy(() -> SqlSplitter.split(script))
        .isInstanceOfSatisfying(
            SqlTextException.class, ex -> assertThat(ex.action()).contains(action));
  }

  @Test
  void copyOnTheServerIsAStatementLikeAnyOther() {
    assertThat(texts("COPY t FROM '/x'; COPY t FROM PROGRAM 'stdin'; COPY \"from\" TO '/stdout'"))
        .hasSize(3);
    assertThat(texts("SELECT 1 AS copy FROM stdin")).hasSize(1);
  }

  @Test
  void refusesANulCharacter() {
    assertThatThrownBy(() -> SqlSplitter.split("SELECT 1;\n-- \0"))
        .isInstanceOf(SqlTextException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("NUL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1, 'some text', now());\n",
        "+",
        "$a",
        "'' ",
        "E'a'\n",
        "/**/",
        "-",
        "a$",
        "1",
        "1e",
        "()",
      })
  void tenMegabytesAreFine(String piece) {
    String script = piece.repeat(10_000_000 / piece.length());

    List<SqlStatement> statements =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> SqlSplitter.split(script));

    assertThat(statements).hasSizeLessThanOrEqualTo(10_000_000 / piece.length());
  }

  private static List<String> texts(String script) {
    return SqlSplitter.split(script).stream().map(SqlStatement::text).toList();
  }
}
