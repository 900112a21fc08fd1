package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The server is asked how many statements it sees in a script, and what each of them answers. */
@PostgresTest
class SqlSplitterServerTests {

  private static final List<String> SCRIPTS =
      List.of(
          "",
          " \t\f\r\n",
          ";",
          ";;;",
          "-- nothing",
          "-- nothing\r-- more",
          "/* nothing */",
          "/* a /* b */ ; */",
          "SELECT 1",
          "SELECT 1;",
          "SELECT 1;;SELECT 2",
          "SELECT 1 -- a;\r, 2",
          "SELECT 1; -- a\rSELECT 2",
          "SELECT 1;\r\nSELECT 2;\r\n",
          "SELECT 'a;b'; SELECT 'c'",
          "SELECT 'it''s;'; SELECT ''''",
          "SELECT 'back\\'; SELECT 2 --'",
          "SELECT 'two' -- ;\n ' parts;'; SELECT 2",
          "SELECT E'a\\'; b'; SELECT 2",
          "SELECT e'a\\\\'; SELECT 2 --'",
          "SELECT E'a\\\n;'; SELECT 2",
          "SELECT E'a'\n'\\';b'; SELECT 2",
          "SELECT E'a'\n -- it's \n\t'\\';b'; SELECT 2",
          "SELECT E'a'\n'b'\n'\\';c'; SELECT 2",
          "SELECT E'a', 'b\\'; SELECT 2 --'",
          "SELECT 'a'\n'b\\'; SELECT 2 --'",
          "SELECT U&'d\\0061t;a'; SELECT 2",
          "SELECT U&'d!0061t;a' UESCAPE '!'; SELECT 2",
          "SELECT u&'\\\\'; SELECT 2 --'",
          "SELECT u & \"x\" FROM (VALUES (1, 3)) AS v (u, x); SELECT 2",
          "SELECT B'01'; SELECT X'1F'; SELECT N'a;b'; SELECT b'1'\n'0', n'\\'; SELECT 2 --'",
          "SELECT 1 AS \"a;b\"; SELECT 2 AS \"a\"\";b\"",
          "SELECT 1 AS U&\"\\0061;\"; SELECT 2 AS \"a'b\"; SELECT 3 AS \"$$\"; SELECT $$ $$",
          "SELECT $$a;b$$; SELECT $$$$",
          "SELECT $a$;$$;$b$;$A$;$a$; SELECT 2",
          "SELECT $a$;$b$a$; SELECT 2",
          "SELECT $$a$b$$; SELECT 2",
          "SELECT $_é1$;$_é1$; SELECT 2",
          "SELECT text $$;$$; SELECT 2",
          "SELECT 1 AS a$$; SELECT 2 AS b$$",
          "SELECT 1 AS a$b$; SELECT 2 AS c$b$",
          "SELECT 1 AS é$$; SELECT 2 AS \u00A0$$",
          "SELECT 1 AS \"a\", $$;$$; SELECT 2",
          "DO $$ BEGIN PERFORM 'a;b'; END $$; DO LANGUAGE plpgsql $x$ BEGIN EXECUTE $$;$$; END $x$",
          "SELECT 1 /* ; /* ; */ ' */ + 2; SELECT 3",
          "SELECT 1 /*/ ; */ + 2; SELECT 3",
          "SELECT 1 /**/ + 2; SELECT 3 /***/",
          "SELECT 1 /* -- */ + 2; SELECT 3 -- /* \n; SELECT 4",
          "SELECT 1+--;\n2; SELECT 3",
          "SELECT 1*/*;*/2; SELECT 3",
          "SELECT 4+-/*;*/2; SELECT 3",
          "SELECT 2*-1, 1=-1, 3 - -3, 5!= -5, @ -5; SELECT 3",
          "SELECT '[1,2]'::json->0, '{\"a\":1}'::jsonb@>'{}', '{}'::jsonb?'a;'; SELECT 2",
          "SELECT 'a'~'^a;?', 'a'!~*'b', 1<<2, 7#2, ~1; SELECT 2",
          "SELECT 1::text, (ARRAY[1,2,3])[1:2], 1::\"char\"; SELECT 2",
          "SELECT 1.5, .5, 1., 1e5, 1.e-5; SELECT 2",
          "SELECT (SELECT 1); SELECT ((2))",
          "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); DELETE FROM u;);"
              + "SELECT 1",
          "CREATE RULE r AS ON UPDATE TO t DO INSTEAD NOTHING; SELECT 1",
          "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT 2'; SELECT f()",
          "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;"
              + "SELECT f()",
          "CREATE FUNCTION f() RETURNS int RETURN 3; SELECT f()",
          "CREATE FUNCTION f(x int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN x > 0 THEN"
              + " CASE x WHEN 1 THEN 2 ELSE 3 END ELSE 4 END; SELECT 5; END; SELECT f(1)",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT t.\"end\" FROM (SELECT 1 AS end) t;"
              + "END; SELECT f()",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT t.end FROM (SELECT 1 end) t; END;"
              + "SELECT f()",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS case; SELECT 7 end; END;"
              + "SELECT f()",
          "CREATE OR REPLACE FUNCTION f() RETURNS int begin\natomic\n; ;(SELECT 1); end; SELECT f()",
          "CREATE PROCEDURE p() BEGIN ATOMIC END; CALL p()",
          "CREATE PROCEDURE p() LANGUAGE sql BEGIN /* ; */ ATOMIC -- ;\n"
              + "INSERT INTO t VALUES (1); DELETE FROM t; END; CALL p()",
          "CREATE FUNCTION begin() RETURNS int RETURN 1; SELECT begin() AS atomic",
          "CREATE FUNCTION f(begin int) RETURNS int BEGIN ATOMIC RETURN begin; END; SELECT f(1)",
          "SELECT begin atomic FROM (SELECT 1 AS begin) x; SELECT 2",
          "CREATE VIEW begin AS SELECT 1 AS atomic; SELECT * FROM begin",
          "CREATE TABLE create_function(a int); INSERT INTO create_function VALUES (1)",
          "CREATE SCHEMA s CREATE TABLE x (a int) CREATE VIEW v AS SELECT 1 AS a; SELECT 1",
          "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION"
              + " suppress_redundant_updates_trigger(); SELECT 1",
          "PREPARE q AS SELECT $1::text; EXECUTE q('a;b'); DEALLOCATE q",
          "INSERT INTO t VALUES (1), (2) RETURNING id; UPDATE t SET id = 3; DELETE FROM t",
          "WITH a AS (SELECT ';' AS x) SELECT x FROM a; TABLE t; VALUES (1), (2)",
          "COMMENT ON TABLE t IS 'a;b'; COMMENT ON TABLE t IS NULL",
          "SET search_path = public; SHOW search_path; RESET search_path",
          "EXPLAIN (COSTS off) SELECT ';'; SELECT 2",
          "GRANT SELECT ON t TO PUBLIC; REVOKE SELECT ON t FROM PUBLIC",
          "SELECT '\uD834\uDD1E;'; SELECT '\u2028;'; SELECT 1 AS \uFEFFa");

  @Test
  void theServerSeesTheSameStatements(TestDatabase db) throws Exception {
    db.execute("CREATE TABLE t (id int); CREATE TABLE u (id int)");
    assertThat(SCRIPTS).hasSizeGreaterThan(60);
    SoftAssertions softly = new SoftAssertions();
    try (Connection connection = db.connect()) {
      RawQuery server = new RawQuery(connection);
      for (String script : SCRIPTS) {
        softly.assertThatCode(() -> compare(server, script)).doesNotThrowAnyException();
      }
    }
    softly.assertAll();
  }

  private static void compare(RawQuery server, String script) throws IOException {
    List<String> statements = SqlSplitter.split(script).stream().map(SqlStatement::text).toList();
    List<String> whole = inTransaction(server, List.of(script));

    assertThat(statements).as(script).hasSameSizeAs(whole);
    assertThat(inTransaction(server, statements)).as(script).isEqualTo(whole);
  }

  private static List<String> inTransaction(RawQuery server, List<String> texts)
      throws IOException {
    server.send("BEGIN");
    List<String> answers = new ArrayList<>();
    try {
      for (String text : texts) {
        answers.addAll(server.send(text));
      }
    } finally {
      server.send("ROLLBACK");
    }
    return answers;
  }
}
