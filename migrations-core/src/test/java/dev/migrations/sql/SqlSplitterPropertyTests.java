package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SqlSplitterPropertyTests {

  @Property
  void givesBackWhatWasPutTogether(@ForAll("parts") List<Part> parts) {
    StringBuilder script = new StringBuilder();
    for (Part part : parts) {
      script.append(part.before()).append(part.statement()).append(part.after()).append(';');
    }

    assertThat(SqlSplitter.split(script.toString()))
        .extracting(SqlStatement::text)
        .containsExactlyElementsOf(parts.stream().map(Part::statement).toList());
  }

  @Property
  void spaceAndCommentsDoNotChangeTheMeaning(
      @ForAll("words") List<String> words, @ForAll("gaps") List<String> gaps) {
    StringBuilder statement = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      statement.append(gaps.get(at % gaps.size())).append(words.get(at));
    }

    assertThat(new SqlStatement(statement.toString(), 1).normalized())
        .isEqualTo(new SqlStatement(String.join(" ", words), 1).normalized());
  }

  @Property(tries = 5000)
  void anyTextIsSplitOrRefusedAndLosesNothing(@ForAll("soup") String text) {
    List<SqlStatement> statements;
    try {
      statements = SqlSplitter.split(text);
    } catch (SqlTextException ex) {
      assertThat(ex.line()).isBetween(1, 1 + (int) text.chars().filter(c -> c <= '\r').count());
      return;
    }
    StringBuilder whole = new StringBuilder();
    statements.forEach(statement -> whole.append(statement.text()).append(';'));

    assertThat(withoutSemicolons(whole.toString())).isEqualTo(withoutSemicolons(text));
    assertThat(SqlSplitter.split(whole.toString()))
        .extracting(SqlStatement::text)
        .containsExactlyElementsOf(statements.stream().map(SqlStatement::text).toList());
  }

  /** All tokens but the semicolons that end a statement, and comments. */
  private static String withoutSemicolons(String text) {
    StringBuilder tokens = new StringBuilder();
    SqlLexer lexer = new SqlLexer(text);
    while (lexer.next() != SqlToken.END) {
      boolean comment =
          lexer.token() == SqlToken.LINE_COMMENT || lexer.token() == SqlToken.BLOCK_COMMENT;
      if (!comment && !lexer.isSymbol(';')) {
        tokens.append(lexer.text());
      }
    }
    return tokens.toString();
  }

  record Part(String before, String statement, String after) {}

  @Provide
  Arbitrary<List<Part>> parts() {
    Arbitrary<String> gap =
        Arbitraries.of(
                "", " ", "\n", "\r\n", "\t", "-- it's; \"\n", "/* ; ' */", "/* /* $$ */ ; */")
            .list()
            .ofMaxSize(3)
            .map(gaps -> String.join("", gaps));
    Arbitrary<String> statement =
        Arbitraries.of(
            "SELECT 1",
            "SELECT ';'",
            "SELECT E'\\';'",
            "SELECT $$;'$$",
            "SELECT $a$;$$;$a$",
            "SELECT \"a;\"\"b\" FROM \"t'\"",
            "SELECT 1 /* ; */ + -- ;\n 2",
            "INSERT INTO t VALUES ('it''s', (1))",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END",
            "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM u; DELETE FROM v)");
    // A separator keeps a gap of "/*" from joining the "*" or "-" that a statement ends with.
    return Combinators.combine(gap, statement, gap.map(after -> " " + after))
        .as(Part::new)
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of("select", "a", "'b  c'", "\"D\"", "$$ e $$", "1", "(", ")", ",", "<=")
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  @Provide
  Arbitrary<List<String>> gaps() {
    return Arbitraries.of(" ", "\n", "\r\n\t", " /* ; */ ", " -- x\n", " /* /* */ */\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "'",
            "\"",
            "$",
            "$$",
            "$a$",
            "E'",
            "U&",
            "--",
            "/*",
            "*/",
            "\n",
            "\r",
            ";",
            " ",
            "(",
            ")",
            "\\",
            "a",
            "1",
            "+",
            "create ",
            "function ",
            "begin ",
            "atomic ",
            "end ",
            "é",
            "copy ",
            "from ",
            "stdin ",
            ".",
            "1e")
        .list()
        .ofMaxSize(20)
        .map(pieces -> String.join("", pieces));
  }
}
