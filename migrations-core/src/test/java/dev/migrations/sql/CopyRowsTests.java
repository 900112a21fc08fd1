package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows below a {@code COPY … FROM STDIN}. */
class CopyRowsTests {

  @Test
  void rowsAreTakenAsTheyStand() {
    List<SqlStatement> statements =
        SqlSplitter.split(
            "SELECT 1;\nCOPY t (a, b) FROM stdin;\n1\tit's; $$\n2\t\\\\.x\n/*\n\\.\n\nSELECT 2");

    assertThat(statements)
        .containsExactly(
            new SqlStatement("SELECT 1", 1),
            new SqlStatement(
                "COPY t (a, b) FROM stdin", 2, new CopyData("1\tit's; $$\n2\t\\\\.x\n/*\n", 3)),
            new SqlStatement("SELECT 2", 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy t from stdin",
        "COPY t FROM STDOUT",
        "COPY /* x */ a.b.t (\"from\", b) FROM -- x\n STDIN",
        "COPY t FROM STDIN WITH (FORMAT csv, HEADER, DELIMITER ';', NULL '')",
        "COPY t FROM STDIN (FORMAT 'text', ENCODING 'UTF-8')",
        "COPY t FROM STDIN DELIMITERS ','",
        "COPY t FROM STDIN WITH CSV HEADER QUOTE '\"' ENCODING 'utf8'",
        "COPY t FROM STDIN WHERE a > 1",
        "COPY \"to\" FROM STDIN",
      })
  void everyFormOfTheStatementHasRows(String copy) {
    assertThat(SqlSplitter.split(copy + ";\n;'\n\\.\nSELECT 1;"))
        .extracting(SqlStatement::text, SqlStatement::copyData)
        .containsExactly(
            tuple(copy, new CopyData(";'\n", 2 + (int) copy.lines().count() - 1)),
            tuple("SELECT 1", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY t FROM '/x'",
        "COPY t FROM PROGRAM 'stdin'",
        "COPY \"from\" TO '/stdout'",
        "COPY (SELECT 1 FROM stdin) TO '/x'",
        "COPY (SELECT x.from FROM (SELECT 1 AS from) x) TO PROGRAM 'stdout'",
        "SELECT 1 AS copy FROM stdin",
        "EXPLAIN SELECT copy FROM stdin",
      })
  void otherStatementsHaveNone(String other) {
    assertThat(SqlSplitter.split(other + ";\nSELECT 1"))
        .extracting(SqlStatement::text)
        .containsExactly(other, "SELECT 1");
  }

  @Test
  void thereMayBeNoRows() {
    assertThat(SqlSplitter.split("COPY t FROM stdin; \t-- none\n\\."))
        .containsExactly(new SqlStatement("COPY t FROM stdin", 1, new CopyData("", 2)));
  }

  @Test
  void linesMayEndInAnyWay() {
    assertThat(SqlSplitter.split("COPY t FROM stdin;\r\n1\r\n2\r\n\\.\r\nSELECT 1"))
        .containsExactly(
            new SqlStatement("COPY t FROM stdin", 1, new CopyData("1\r\n2\r\n", 2)),
            new SqlStatement("SELECT 1", 5));
    assertThat(SqlSplitter.split("COPY t FROM stdin;\r1\r2\r\\.\rSELECT 1"))
        .containsExactly(
            new SqlStatement("COPY t FROM stdin", 1, new CopyData("1\n2\n", 2)),
            new SqlStatement("SELECT 1", 5));
  }

  @Test
  void oneCopyMayFollowAnother() {
    assertThat(SqlSplitter.split("COPY t FROM stdin;\n1\n\\.\nCOPY u FROM stdin;\n2\n\\.\n"))
        .extracting(SqlStatement::copyData)
        .containsExactly(new CopyData("1\n", 2), new CopyData("2\n", 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`COPY t FROM stdin;\n1\n2\n`              | 2 | have no end",
        "`COPY t FROM stdin;\n1\n\\. \n`            | 2 | have no end",
        "`COPY t FROM stdin;`                      | 2 | have no end",
        "`COPY t FROM stdin`                       | 2 | has no rows",
        "`COPY t FROM stdin; SELECT 1;\n1\n\\.\n`   | 2 | more stands behind the semicolon",
        "`COPY t FROM stdin; /* x */\n1\n\\.\n`     | 2 | more stands behind the semicolon",
        "`COPY t FROM stdin (FORMAT binary);\n\\.`  | 2 | are binary",
        "`COPY t FROM stdin (FORMAT \"binary\");\n\\.` | 2 | are binary",
        "`COPY BINARY t FROM stdin;\n\\.`           | 2 | are binary",
        "`COPY t FROM stdin WITH BINARY;\n\\.`      | 2 | are binary",
        "`COPY t FROM stdin (ENCODING 'latin1');\n\\.` | 2 | said to be in 'latin1'",
        "`COPY t FROM stdin;\n1\n\\.\n\\.\n`         | 5 | \\. is a command of psql",
        "`CREATE RULE r AS ON INSERT TO t DO (SELECT 1; COPY t FROM stdin;\n\\.\n)` | 3 | inside of another",
      })
  void whatCannotBeReadIsRefused(String script, int line, String problem) {
    assertThatThrownBy(() -> SqlSplitter.split("SELECT 1;\n" + script))
        .isInstanceOfSatisfying(
            SqlTextException.class,
            ex -> {
              assertThat(ex.problem()).contains(problem);
              assertThat(ex.line()).isEqualTo(line);
              assertThat(ex.action()).isNotBlank();
            });
  }
}
